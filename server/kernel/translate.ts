import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '#contract/kinds.ts'
import { en } from '#locales/en/index.ts'
import { tr } from '#locales/tr/index.ts'

const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>> = { en, tr }

/** A sentence of the catalogues for people: `namespace:key`, with the values its ICU message names. A missing key shows itself. */
export function translate(
  language: Language,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const colon = key.indexOf(':')
  const message = CATALOGUES[language][key.slice(0, colon)]?.[key.slice(colon + 1)]
  if (message === undefined) return key
  return String(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format(values))
}

/** The language to answer in: the person's own, else the first one they accept that has a catalogue. */
export function acceptedLanguage(header: string | null): Language {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return wanted.find((language): language is Language => language === 'en' || language === 'tr') ?? 'en'
}
