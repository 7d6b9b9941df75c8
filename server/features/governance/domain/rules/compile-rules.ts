import { dayLookup, type Calendars, type NamedDay } from './days.ts'
import type { Pack, Rule, Secret } from './draft.ts'
import { primaryOf } from './language/folding.ts'
import { compilePattern, type Program } from './pattern/program.ts'
import { indexTerms, type Match, type Term, type TermIndex } from './terms/term-index.ts'

/** What a term is looked for: to find it, because it asks for something, or because it answers that. */
export interface TermOwner {
  readonly ruleId: string
  readonly role: 'find' | 'trigger' | 'label'
}

/** The rules of an organisation, ready for use. What a language needs is made when it is first asked for. */
export interface CompiledRules {
  readonly packs: readonly Pack[]
  readonly secrets: readonly Secret[]
  readonly terms: (language: string) => TermIndex<TermOwner>
  readonly secretTerms: () => readonly TermIndex<Secret>[]
  /** Null for a pattern that cannot be read: it finds nothing. */
  readonly pattern: (rule: Rule) => Program | null
  readonly namedDays: (rule: Rule, day: string) => readonly NamedDay[]
}

const MOST_LANGUAGES = 8
/** One language for each way of folding and inflecting: what is secret is secret in a text whose language is not told, or told wrongly. */
const SECRET_LANGUAGES = ['tr', 'de', 'en', 'fr', 'ar', 'und']

/** Prepares the rules of the packs that are on. `calendars`: null where no rule is about days. */
export function compileRules(
  packs: readonly Pack[],
  secrets: readonly Secret[],
  calendars: Calendars | null,
): CompiledRules {
  const rules = packs.flatMap((pack) => pack.rules)
  const indexes = new Map<string, TermIndex<TermOwner>>()
  const patterns = new Map<string, Program | null>()
  const days = new Map<string, (day: string) => readonly NamedDay[]>()
  let secretIndexes: readonly TermIndex<Secret>[] | null = null
  return {
    packs,
    secrets,
    terms: (tag) => {
      const language = primaryOf(tag)
      const known = indexes.get(language)
      if (known !== undefined) return known
      const oldest = indexes.keys().next().value
      if (indexes.size >= MOST_LANGUAGES && oldest !== undefined) indexes.delete(oldest)
      const concerned = rules.filter(({ languages }) => languages.length === 0 || languages.includes(language))
      const made = indexTerms(concerned.flatMap(termsOf), language)
      indexes.set(language, made)
      return made
    },
    secretTerms: () => {
      secretIndexes ??=
        secrets.length === 0
          ? []
          : SECRET_LANGUAGES.map((language) => indexTerms(secrets.flatMap(secretTerms), language))
      return secretIndexes
    },
    pattern: (rule) => remembered(patterns, rule.id, () => readPattern(rule)),
    namedDays: ({ id, definition }, day) =>
      definition.kind === 'days' && calendars !== null
        ? remembered(days, id, () => dayLookup(definition, calendars))(day)
        : [],
  }
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key)
  if (value !== undefined) return value
  const made = make()
  known.set(key, made)
  return made
}

function secretTerms(secret: Secret): Term<Secret>[] {
  return secret.words.map((text) => ({ text, match: 'inflected', owner: secret }))
}

function termsOf({ id: ruleId, definition }: Rule): Term<TermOwner>[] {
  const of = (role: TermOwner['role'], texts: readonly string[], match: Match): Term<TermOwner>[] => {
    const owner = { ruleId, role }
    return texts.map((text) => ({ text, match, owner }))
  }
  switch (definition.kind) {
    case 'term':
    case 'taboo':
      return of('find', definition.terms, definition.match)
    case 'spelling':
      return of('find', definition.terms, 'inflected')
    case 'disclosure':
      return [...of('trigger', definition.triggers, 'inflected'), ...of('label', definition.labels, 'exact')]
    case 'notice':
      return [...of('trigger', definition.triggers, 'inflected'), ...of('label', definition.texts, 'exact')]
    case 'pattern':
    case 'hashtags':
    case 'links':
    case 'emoji':
    case 'reading':
    case 'alt-text':
    case 'formality':
    case 'days':
      return []
  }
}

function readPattern({ definition }: Rule): Program | null {
  if (definition.kind !== 'pattern') return null
  try {
    return compilePattern(definition.pattern, definition.anyCase)
  } catch {
    // Refused when it was saved; one that slipped in otherwise must not stop the other rules.
    return null
  }
}
