import type { z } from 'zod'
import type { strategy } from '#contract/strategy.ts'

type Strategy = typeof strategy
type InputOf<Route> = Route extends { '~orpc': { inputSchema?: infer Schema extends z.ZodType } }
  ? z.output<Schema>
  : never

/** What a route's handler is given, as the contract has parsed it. */
export type Input<Name extends keyof Strategy> = InputOf<Strategy[Name]>
/** The same for the routes of the KPI catalogue. */
export type CatalogueInput<Name extends keyof Strategy['catalogue']> = InputOf<Strategy['catalogue'][Name]>
/** The same for the routes of audiences. */
export type AudiencesInput<Name extends keyof Strategy['audiences']> = InputOf<Strategy['audiences'][Name]>
/** The same for the routes of scorecards. */
export type ScorecardInput<Name extends keyof Strategy['scorecards']> = InputOf<Strategy['scorecards'][Name]>
/** The same for the routes of plans and tasks. */
export type PlansInput<Name extends keyof Strategy['plans']> = InputOf<Strategy['plans'][Name]>
/** The same for the routes of the plan document. */
export type DocumentInput<Name extends keyof Strategy['planDocument']> = InputOf<Strategy['planDocument'][Name]>
/** The same for the routes of the budget. */
export type BudgetInput<Name extends keyof Strategy['budget']> = InputOf<Strategy['budget'][Name]>
/** The same for the routes of the audit, its competitors and its SWOT. */
export type AuditInput<Name extends keyof Strategy['audit']> = InputOf<Strategy['audit'][Name]>
export type CompetitorInput<Name extends keyof Strategy['audit']['competitors']> = InputOf<
  Strategy['audit']['competitors'][Name]
>
export type SwotInput<Name extends keyof Strategy['audit']['swot']> = InputOf<Strategy['audit']['swot'][Name]>
/** The same for the routes of channel choice. */
export type ChoiceInput<Name extends keyof Strategy['channelChoice']> = InputOf<Strategy['channelChoice'][Name]>
/** The same for the routes of the cascade. */
export type CascadeInput<Name extends keyof Strategy['cascade']> = InputOf<Strategy['cascade'][Name]>
