import type { Language } from '#contract/kinds.ts'
import { translate } from '#server/kernel/translate.ts'
import type { PlanValue } from '../domain/plan-content.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', tr: 'tr-TR' }

/** What a record says, as somebody of this language reads it. Nothing is a dash. */
export function inWords(value: PlanValue, language: Language): string {
  switch (value.is) {
    case 'text':
      return value.text
    case 'both':
      return value[language] === '' ? value.en || value.tr : value[language]
    case 'word': {
      const said = translate(language, value.word, value.values)
      return said === value.word ? (value.otherwise ?? said) : said
    }
    case 'measure':
      return measureInWords(value, language)
    case 'day':
      return inOneLine(dayInWords(value.day, language))
    case 'days':
      return inOneLine(daysInWords(value.from, value.to, language))
    case 'list':
      return value.values.map((each) => inWords(each, language)).join('\n')
    case 'none':
      return '–'
  }
}

/** `12 March 2027`, or `12 Mar 2027` in tables. */
export function dayInWords(day: string, language: Language, month: 'short' | 'long' = 'short'): string {
  return dayFormat(language, month).format(Date.parse(`${day}T00:00:00Z`))
}

/** A day is not torn apart where a table is narrow. */
function inOneLine(words: string): string {
  return words.replaceAll(' ', '\u00a0')
}

/** The day of an instant where the organisation is. */
export function dayOfInstant(instant: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone }).format(Date.parse(instant))
}

function daysInWords(from: string, to: string, language: Language): string {
  return dayFormat(language, 'short').formatRange(Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`))
}

function dayFormat(language: Language, month: 'short' | 'long'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' })
}

/** Decimal text goes to `Intl` as it is, which reads it exactly. */
function measureInWords({ value, unit, currency }: Extract<PlanValue, { is: 'measure' }>, language: Language): string {
  const locale = LOCALES[language]
  const exact = value as `${number}`
  if (unit === 'money' && currency !== null) {
    const whole = !/\.\d*[1-9]/.test(value)
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...(whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
    }).format(exact)
  }
  if (unit === 'percent')
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(Number(value) / 100)
  if (unit === 'duration') {
    const [name, length] = unitOf(Math.abs(Number(value)))
    return new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 1 }).format(
      Number(value) / length,
    )
  }
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(exact)
}

/** The largest unit of time of which there are at least two. */
function unitOf(seconds: number): readonly [string, number] {
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const
  return units.find(([, length]) => seconds >= 2 * length) ?? ['second', 1]
}
