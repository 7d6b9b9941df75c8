import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { ACTIONS, ROLES } from '#contract/actions.ts'
import { REFUSALS } from '#contract/refusal.ts'
import { en } from './en/index.ts'
import { LANGUAGES } from './index.ts'
import { tr } from './tr/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const languages = Object.keys(LANGUAGES)
const catalogues: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = { en, tr }

/** `namespace:key` and message, one a line of every file of a language. */
function messagesOf(language: string): readonly (readonly [string, string])[] {
  return Object.entries(catalogues[language] ?? {}).flatMap(([namespace, words]) =>
    Object.entries(words).map(([key, message]) => [`${namespace}:${key}`, message] as const),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The names of the values that a message asks for, wherever they stand in it. Literals and `#` ask for none. */
function argumentsOf(elements: readonly unknown[]): string[] {
  return elements.filter(isRecord).flatMap((element) => {
    const nested = isRecord(element['options'])
      ? Object.values(element['options']).flatMap((option) =>
          isRecord(option) && Array.isArray(option['value']) ? argumentsOf(option['value']) : [],
        )
      : []
    return element['type'] === 0 || element['type'] === 7 ? nested : [String(element['value']), ...nested]
  })
}

function wanted(message: string, language: string): string {
  const { getAst } = new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
  return [...new Set(argumentsOf(getAst()))].sort().join(', ')
}

/** Codes in the contract that a field can be refused with. */
function fieldCodes(): readonly string[] {
  return globSync('contract/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/error: '([a-z.-]+)'/gu)].map((match) => match[1] ?? ''),
  )
}

describe.each(languages)('the catalogue in %s', (language) => {
  it('loads every file of its folder', () => {
    const files = globSync(`locales/${language}/*.json`, { cwd: root })
      .map((file) => file.split(/[\\/]/u).at(-1)?.replace('.json', '') ?? '')
      .sort()
    expect(Object.keys(catalogues[language] ?? {}).sort()).toEqual(files)
  })

  it('writes every key once', () => {
    const keys = keysWritten(language)
    expect(keys).toHaveLength(messagesOf(language).length)
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
  })

  it('has the keys that English has, and no others', () => {
    expect(
      messagesOf(language)
        .map(([key]) => key)
        .sort(),
    ).toEqual(
      messagesOf('en')
        .map(([key]) => key)
        .sort(),
    )
  })

  it('asks for the values that English asks for', () => {
    const asked = (from: readonly (readonly [string, string])[], of: string) =>
      Object.fromEntries(from.map(([key, message]) => [key, wanted(message, of)]))
    expect(asked(messagesOf(language), language)).toEqual(asked(messagesOf('en'), 'en'))
  })

  it('says something under every key, without shouting', () => {
    expect(
      messagesOf(language).filter(
        ([, message]) => message.trim() === '' || message !== message.trim() || message.includes('!'),
      ),
    ).toEqual([])
  })
})

/** Every key of a language's files as it is written, `namespace:key`; reading the JSON would keep only the last of two. */
function keysWritten(language: string): readonly string[] {
  return globSync(`locales/${language}/*.json`, { cwd: root }).flatMap((file) =>
    [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/^ {2}"([^"]+)":/gmu)].map(([, key]) => `${file}: ${key}`),
  )
}

describe('the words for what the contract can say', () => {
  it('has a sentence for every refusal and every code of a field', () => {
    expect([...Object.keys(REFUSALS), ...fieldCodes()].filter((code) => !Object.hasOwn(en.refusal, code))).toEqual([])
  })

  it('names every role and every right', () => {
    const names = [...ROLES.map((role) => `role.${role}`), ...ACTIONS.map((action) => `action.${action}`)]
    expect(names.filter((name) => !Object.hasOwn(en.session, name))).toEqual([])
  })
})
