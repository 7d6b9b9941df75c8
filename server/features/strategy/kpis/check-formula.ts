import { Refusal } from '#contract/refusal.ts'
import { tryFormula, type Formula } from '../domain/formula/compile.ts'

/** The formula as it is understood. Refuses one that is not, and says at its field what is wrong and where. */
export function checkFormula(text: string): Formula {
  const tried = tryFormula(text)
  if ('formula' in tried) return tried.formula
  const { code, place, params } = tried.problem
  throw new Refusal('kpi.formula', {}, [{ path: 'formula', code, params: { ...params, ...place } }])
}
