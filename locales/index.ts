import type { en } from './en/index.ts'

/** The parts of a language: one file each, in every language's folder. */
export type Namespace = keyof typeof en

/** The languages that have a catalogue, each named in itself. A new one is a folder beside `en` and a line here. */
export const LANGUAGES = { en: 'English', tr: 'Türkçe' } as const
export type CatalogueLanguage = keyof typeof LANGUAGES

/** Every sentence of a language, by namespace; messages are in ICU syntax. The browser fetches single namespaces instead. */
export async function loadCatalogue(
  language: CatalogueLanguage,
): Promise<Readonly<Record<Namespace, Readonly<Record<string, string>>>>> {
  return language === 'en' ? (await import('./en/index.ts')).en : (await import('./tr/index.ts')).tr
}
