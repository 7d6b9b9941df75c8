import { Refusal } from '#contract/refusal.ts'

/** The refusal of a reference to something that is not in this organisation, or no longer. */
export function unknownReference(path: string): Refusal {
  return new Refusal('reference.unknown', {}, [{ path, code: 'reference.unknown' }])
}
