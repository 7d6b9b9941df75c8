import { primaryOf } from './language/folding.ts'
import type { Aim, Pack, Rule } from './draft.ts'

/** Where no unit names a country, the language does: the region where most of its readers live; Arabic stands for the Gulf. */
export function countryOfLanguage(language: string): string | null {
  try {
    const locale = new Intl.Locale(language)
    if (locale.region !== undefined) return locale.region
    return locale.language === 'ar' ? 'SA' : (locale.maximize().region ?? null)
  } catch {
    return null
  }
}

function within(limits: readonly string[], value: string | null): boolean {
  return limits.length === 0 || (value !== null && limits.includes(value))
}

function below(unitIds: readonly string[], path: readonly string[]): boolean {
  return unitIds.length === 0 || unitIds.some((id) => path.includes(id))
}

export interface Applies {
  /** Whether a pack concerns what goes out there. */
  readonly pack: (pack: Pack) => boolean
  /** Whether a rule of a pack that applies concerns what goes out there, in that language. */
  readonly rule: (rule: Rule) => boolean
}

/** What concerns a place; asked of every rule there is, so that language and country are found out once. */
export function appliesAt({ country, language, platform, unitPath }: Aim): Applies {
  const place = country ?? countryOfLanguage(language)
  const primary = primaryOf(language)
  return {
    pack: ({ countries, unitIds }) => within(countries, place) && below(unitIds, unitPath),
    rule: ({ platforms, languages, unitIds }) =>
      within(platforms, platform) && within(languages, primary) && below(unitIds, unitPath),
  }
}
