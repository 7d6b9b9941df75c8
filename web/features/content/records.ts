import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'

type Answers = InferContractRouterOutputs<Contract>
type Requests = InferContractRouterInputs<Contract>

export type Campaign = Answers['content']['campaign']
export type Piece = Answers['content']['piece']
export type Media = Answers['content']['addMedia']
export type Variant = Answers['content']['variants']['items'][number]
export type Proposal = Answers['content']['atomise']['items'][number]
export type Goal = Answers['strategy']['goal']
export type Channel = Answers['publishing']['channel']
export type Post = Answers['publishing']['post']
export type CampaignRequest = Requests['content']['createCampaign']
export type PiecePatch = Requests['content']['changePiece']
export type VariantRequest = Requests['content']['setVariant']

/** All campaigns: for the list, which is ordered by their dates, and to choose from. */
export const everyCampaign = queryOptions({
  queryKey: [...orpc.content.campaigns.key(), 'every'],
  queryFn: () => everyPage((page) => api.content.campaigns(page)),
})

/** All goals, to choose from. */
export const everyGoal = queryOptions({
  queryKey: [...orpc.strategy.goals.key(), 'every'],
  queryFn: () => everyPage((page) => api.strategy.goals(page)),
})

/** All channels of the organisation. */
export const everyChannel = queryOptions({
  queryKey: [...orpc.publishing.channels.key(), 'every'],
  queryFn: () => everyPage((page) => api.publishing.channels(page)),
})

/** All pictures, to find some by their ids. */
export const everyMedia = queryOptions({
  queryKey: [...orpc.content.media.key(), 'every'],
  queryFn: () => everyPage((page) => api.content.media(page)),
})

/** Asks again for everything that a change of campaigns or pieces can alter. */
export async function refreshContent(queryClient: QueryClient): Promise<void> {
  const keys = [orpc.content.key(), orpc.measurement.key(), orpc.strategy.goals.key()]
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}
