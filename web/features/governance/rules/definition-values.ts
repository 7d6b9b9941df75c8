import type { Definition } from './rule-records.ts'

/** All fields of all kinds side by side, so that a change of kind loses nothing typed. */
export interface DefinitionValues {
  readonly kind: Definition['kind']
  readonly terms: string[]
  readonly match: string
  readonly use: string
  readonly pattern: string
  readonly anyCase: boolean
  readonly most: number | string
  readonly least: number | string
  readonly needed: string[]
  readonly avoid: string[]
  readonly onlyHosts: string[]
  readonly avoidHosts: string[]
  readonly secure: boolean
  readonly language: string
  readonly want: string
  readonly triggers: string[]
  readonly labels: string[]
  readonly place: string
  readonly texts: string[]
  readonly avoidBeginnings: string[]
  readonly country: string
  readonly holidays: string
  readonly days: string
}

const EMPTY: DefinitionValues = {
  kind: 'term',
  terms: [],
  match: 'inflected',
  use: 'avoid',
  pattern: '',
  anyCase: true,
  most: '',
  least: '',
  needed: [],
  avoid: [],
  onlyHosts: [],
  avoidHosts: [],
  secure: false,
  language: 'tr',
  want: 'formal',
  triggers: [],
  labels: [],
  place: 'anywhere',
  texts: [],
  avoidBeginnings: [],
  country: '',
  holidays: 'none',
  days: '',
}

/** The fields of a definition for the form; days as lines. */
export function definitionValues(definition: Definition | null): DefinitionValues {
  if (definition === null) return EMPTY
  const { days, ...rest } = definition.kind === 'days' ? definition : { ...definition, days: [] }
  const given: Record<string, unknown> = Object.fromEntries(
    Object.entries<unknown>(rest).map(([name, value]): [string, unknown] => [name, value ?? '']),
  )
  return { ...EMPTY, ...given, days: days.map(({ day, name }) => `${day} ${name}`).join('\n') }
}

const FIELDS: Readonly<Record<Definition['kind'], readonly (keyof DefinitionValues)[]>> = {
  term: ['terms', 'match', 'use'],
  spelling: ['terms'],
  taboo: ['terms', 'match'],
  pattern: ['pattern', 'anyCase'],
  hashtags: ['most', 'least', 'needed', 'avoid'],
  links: ['most', 'least', 'onlyHosts', 'avoidHosts', 'secure'],
  emoji: ['most', 'avoid'],
  reading: ['language', 'least'],
  'alt-text': ['least', 'most', 'avoidBeginnings'],
  formality: ['language', 'want'],
  disclosure: ['triggers', 'labels', 'place'],
  notice: ['triggers', 'texts'],
  days: ['country', 'holidays', 'days'],
}

/** Which fields a kind has. */
export function fieldsOf(kind: Definition['kind']): readonly (keyof DefinitionValues)[] {
  return FIELDS[kind]
}

const DAY =
  /^(\d{4}-\d{2}-\d{2}|\d{2}-\d{2}|easter(?: -?\d+)?|\d{1,2} (?:Rabi al-\S+|Jumada al-\S+|Dhu al-\S+|\S+)|\d(?:st|nd|rd|th) \S+ in \S+)((?: P\d{1,2}D)?)\s+(.+)$/u

function dayOfLine(line: string): { day: string; name: string } {
  const found = DAY.exec(line.trim())
  return found === null
    ? { day: line.trim(), name: line.trim() }
    : { day: `${found[1]}${found[2]}`, name: found[3] ?? '' }
}

/** The definition that the form's fields say; the server judges it. */
export function definitionOf(values: DefinitionValues): Definition {
  const entries = FIELDS[values.kind].map((field): [string, unknown] => {
    const value = values[field]
    if (field === 'days')
      return [
        field,
        values.days
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(dayOfLine),
      ]
    if (field === 'country') return [field, values.country === '' ? null : values.country]
    if (field === 'most' || field === 'least') {
      const none = field === 'least' && values.kind === 'alt-text' ? 1 : values.kind === 'reading' ? 0 : null
      return [field, value === '' ? none : Number(value)]
    }
    return [field, value]
  })
  return { kind: values.kind, ...Object.fromEntries(entries) } as Definition
}
