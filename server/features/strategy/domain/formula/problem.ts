import type { Place } from './tree.ts'

/** What can be wrong with a formula. Each has its sentence among the refusals, in every language. */
export const FORMULA_CODES = [
  'formula.empty',
  'formula.too-long',
  'formula.too-deep',
  'formula.unknown-sign',
  'formula.unexpected',
  'formula.unfinished',
  'formula.not-closed',
  'formula.comma',
  'formula.number-form',
  'formula.unknown-metric',
  'formula.unknown-metric-near',
  'formula.unknown-function',
  'formula.given',
  'formula.mixed',
  'formula.product',
  'formula.quotient',
  'formula.per-time',
  'formula.percent-of',
  'formula.no-metric',
] as const
export type FormulaCode = (typeof FORMULA_CODES)[number]

/** A formula that cannot be understood, with the place where it went wrong. */
export class FormulaProblem extends Error {
  override readonly name = 'FormulaProblem'
  readonly code: FormulaCode
  readonly place: Place
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: FormulaCode, place: Place, params: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.place = place
    this.params = params
  }
}
