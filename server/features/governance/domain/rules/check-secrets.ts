import { createHash } from 'node:crypto'
import type { CompiledRules } from './compile-rules.ts'
import type { Draft, Found, Secret } from './draft.ts'
import { segmentsOf } from './segments.ts'

/** A finding beside the entry it is of; the entry's id is for the record of hits and leaves the server with nobody. */
export interface SecretFound {
  readonly secretId: string
  readonly found: Found
}

/** Until its first day a thing is confidential; without a day, always. */
export function isHeld(secret: Pick<Secret, 'embargoUntil'>, day: string): boolean {
  return secret.embargoUntil === null || day < secret.embargoUntil
}

/**
 * Confidential words in a draft that goes out on this day: always blocking, never to be waived. The finding says which of
 * the typed words it is and whom to ask, and nothing else of what is known about them.
 */
export function checkSecrets(rules: CompiledRules, draft: Draft, day: string): readonly SecretFound[] {
  if (rules.secrets.length === 0) return []
  return segmentsOf(draft).flatMap((segment) => {
    const hits = rules
      .secretTerms()
      .flatMap((index) => index.find(segment.text))
      .filter(({ owner }) => isHeld(owner, day))
      .sort((one, other) => one.start - other.start || other.end - one.end)
    let reached = 0
    return hits.flatMap(({ owner, start, end }) => {
      if (start < reached) return []
      reached = end
      const words = segment.text.slice(start, end)
      const mark = createHash('sha256').update(`${owner.id} ${words}`).digest('hex')
      const found: Found = {
        ruleId: `${mark.slice(0, 8)}-${mark.slice(8, 12)}-8${mark.slice(13, 16)}-8${mark.slice(17, 20)}-${mark.slice(20, 32)}`,
        packId: null,
        pack: null,
        packKind: null,
        kind: 'confidential',
        rule: '',
        reason: '',
        severity: 'block',
        suggestion: null,
        note: { code: 'confidential', params: { contact: owner.contact } },
        place: segment.place,
        part: segment.part,
        start,
        end,
        words,
        waivable: false,
        fingerprint: mark,
      }
      return [{ secretId: owner.id, found }]
    })
  })
}
