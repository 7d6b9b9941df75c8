import { Refusal } from '#contract/refusal.ts'
import type { PolicyText } from '../domain/policy-text.ts'

/** Refuses two sections of one key: versions are compared by it. */
export function checkSections({ sections }: PolicyText): void {
  const keys = sections.map(({ key }) => key)
  const place = keys.findIndex((key, at) => keys.indexOf(key) !== at)
  if (place !== -1)
    throw new Refusal('request.invalid', {}, [{ path: `content.sections.${place}.key`, code: 'record.exists' }])
}
