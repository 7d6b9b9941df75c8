import { Refusal } from '#contract/refusal.ts'

/**
 * Refuses a period that ends before it starts; one day is enough. Dates are `YYYY-MM-DD`, which sort as text.
 * `endField` names the field of the request that is wrong.
 */
export function checkPeriod(startsOn: string, endsOn: string, endField: string): void {
  if (endsOn < startsOn) throw new Refusal('time.order', {}, [{ path: endField, code: 'time.order' }])
}
