import { IntlMessageFormat } from 'intl-messageformat'
import type { PrimitiveType } from 'intl-messageformat'
import { en } from '#locales/en/index.ts'
import type { CatalogueLanguage } from '#locales/index.ts'
import { tr } from '#locales/tr/index.ts'

const CATALOGUES = { en, tr } as const

/** A sentence of the interface by `namespace:key`; throws where the catalogue has none. */
export type Words = (key: string, params?: Readonly<Record<string, PrimitiveType>>) => string

/** The sentences of a language as the page shows them, so that one journey runs in every language. */
export function wordsIn(language: CatalogueLanguage): Words {
  const sentences = sentencesIn(language)
  return (key, params = {}) => {
    const sentence = sentences.get(key)
    if (sentence === undefined) throw new Error(`No sentence ${key} in ${language}`)
    return String(new IntlMessageFormat(sentence, language).format(params))
  }
}

/** Every `namespace:key` of a language with its sentence, before parameters are put in. */
export function sentencesIn(language: CatalogueLanguage): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(CATALOGUES[language]).flatMap(([namespace, words]) =>
      Object.entries(words).map(([key, sentence]) => [`${namespace}:${key}`, sentence] as const),
    ),
  )
}
