import type { Rule } from '../draft.ts'
import { primaryOf } from '../language/folding.ts'
import { readingEase } from '../language/reading.ts'
import { ofDraft, ofStretch, type Looked, type Noticed } from './notice-of.ts'

/** A text that reads harder than wanted. Only in the formula's own language. */
export function findHardReading({ definition }: Rule, { draft, aim }: Looked): readonly Noticed[] {
  if (definition.kind !== 'reading' || primaryOf(aim.language) !== definition.language) return []
  const ease = readingEase(draft.parts.map(({ text }) => text).join('\n'), definition.language)
  return ease === null || ease >= definition.least ? [] : [ofDraft('reading.hard', { ease, least: definition.least })]
}

/** Words that address the reader in another way than wanted, or in two ways at once. */
export function findWrongAddress({ definition }: Rule, { segments, aim, addressesIn }: Looked): readonly Noticed[] {
  if (definition.kind !== 'formality' || primaryOf(aim.language) !== definition.language) return []
  const { language, want } = definition
  const all = segments
    .filter(({ place }) => place !== 'alt-text')
    .flatMap((segment) => addressesIn(segment, language).map((address) => ({ segment, ...address })))
  const first = all[0]?.form
  const wanted = want === 'consistent' ? first : want
  return all
    .filter(({ form }) => form !== wanted)
    .map((address) =>
      ofStretch(address.segment, address, { code: `formality.${want === 'consistent' ? 'mixed' : want}`, params: {} }),
    )
}

/** Pictures without a description, or with one that says too little, too much, or begins with what goes without saying. */
export function findPoorAltTexts({ definition }: Rule, { draft, segments }: Looked): readonly Noticed[] {
  if (definition.kind !== 'alt-text') return []
  const { least, most, avoidBeginnings } = definition
  return draft.parts.flatMap(({ altTexts }, part) =>
    altTexts.flatMap((altText, place): Noticed[] => {
      const params = { picture: place + 1 }
      const segment =
        segments.find((one) => one.part === part && one.place === 'alt-text' && one.picture === place + 1) ?? null
      const whole = segment === null ? null : { start: 0, end: altText.length }
      const noticed = (code: string, more: Record<string, number | string> = {}): Noticed => ({
        segment,
        start: whole?.start ?? null,
        end: whole?.end ?? null,
        note: { code, params: { ...params, ...more } },
      })
      if (altText.trim().length < least) return [noticed('alt-text.too-short', { least })]
      if (most !== null && altText.length > most) return [noticed('alt-text.too-long', { most })]
      const beginning = avoidBeginnings.find((one) => altText.trim().toLowerCase().startsWith(one.toLowerCase()))
      return beginning === undefined ? [] : [noticed('alt-text.beginning', { beginning })]
    }),
  )
}

/** What falls on the day it goes out. */
export function findDays(rule: Rule, { rules, aim }: Looked): readonly Noticed[] {
  const day = aim.plannedOn
  if (day === null || rule.definition.kind !== 'days') return []
  return rules.namedDays(rule, day).map(({ name }) => ofDraft('days.on', { name, day }, name))
}
