import i18next from 'i18next'
import type { BackendModule, i18n } from 'i18next'
import ICU from 'i18next-icu'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES } from '#locales/index.ts'
import type { CatalogueLanguage, Namespace } from '#locales/index.ts'
import type { en } from '#locales/en/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    keySeparator: false
    nsSeparator: ':'
    resources: typeof en
  }
}

export type { CatalogueLanguage, Namespace }
const REMEMBERED = 'tutti.language'

/** The words that may be needed anywhere and at any moment; the others come with the screens that use them. */
const FIRST: readonly Namespace[] = ['shell', 'ui', 'session', 'refusal', 'finding']

const WORDS: Readonly<Record<string, () => Promise<unknown>>> = import.meta.glob('../../locales/*/*.json', {
  import: 'default',
})

/** Fetches one namespace of one language when it is first asked for. */
const catalogues: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = WORDS[`../../locales/${language}/${namespace}.json`]
    if (load === undefined) {
      done(new Error(`There are no words for ${namespace} in ${language}`), false)
      return
    }
    load().then(
      (words) => done(null, typeof words === 'object' && words !== null ? { ...words } : {}),
      (error: unknown) => done(String(error), true),
    )
  },
}

function isLanguage(text: string | null | undefined): text is CatalogueLanguage {
  return text !== null && text !== undefined && Object.hasOwn(LANGUAGES, text)
}

/** The language to greet somebody unknown in: the last one used here, else the browser's first that we have. */
export function guessLanguage(): CatalogueLanguage {
  const remembered = localStorage.getItem(REMEMBERED)
  if (isLanguage(remembered)) return remembered
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en'
}

/** Mantine's calendars read the names of months and days from dayjs, which has English built in. */
async function fetchCalendarWords(language: CatalogueLanguage): Promise<void> {
  if (language === 'tr') await import('dayjs/locale/tr.js')
}

/** Starts the translations in the given language. Components read them with `useTranslation('<namespace>')`. */
export async function startLanguage(language: CatalogueLanguage): Promise<i18n> {
  const instance = i18next.createInstance()
  await instance
    .use(ICU)
    .use(catalogues)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      defaultNS: 'shell',
      ns: [...FIRST],
      keySeparator: false,
      nsSeparator: ':',
      interpolation: { escapeValue: false },
    })
  await changeLanguage(instance, language)
  return instance
}

/** Switches everything on the page to a language at once; nothing is reloaded and nothing typed is lost. */
export async function changeLanguage(instance: i18n, language: CatalogueLanguage): Promise<void> {
  await fetchCalendarWords(language)
  await instance.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(REMEMBERED, language)
}
