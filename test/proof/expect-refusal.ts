import { expect } from 'vitest'
import type { Answer, World } from '../world.ts'
import type { RowCount } from './count-rows.ts'

export interface Refused {
  readonly status: number
  readonly code: string
  /** Paths of the fields that the answer names. */
  readonly fields?: readonly string[]
}

const fieldsOf = (answer: Answer) =>
  (answer.at('fields') as { path: string; code: string; detail: string }[] | undefined) ?? []

export type ExpectRefusal = (method: string, path: string, body: unknown, refused: Refused) => Promise<Answer>

/** Asks in English and in Turkish: same code and fields, sentences of their own, and nothing stored. */
export function refusalsOf(world: World, rows: RowCount): ExpectRefusal {
  return (method, path, body, refused) => expectRefusal({ world, rows }, { method, path, body }, refused)
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

async function expectRefusal(
  { world, rows }: { readonly world: World; readonly rows: RowCount },
  { method, path, body }: Asked,
  { status, code, fields = [] }: Refused,
): Promise<Answer> {
  const before = await rows.count()
  const [english, turkish] = [
    await world.admin.call(method, path, body, { 'accept-language': 'en' }),
    await world.admin.call(method, path, body, { 'accept-language': 'tr-TR, tr;q=0.9' }),
  ]
  expect(english).toMatchObject({ status, body: { code } })
  expect(turkish.at('code')).toBe(code)
  expect(fieldsOf(english).map((field) => field.path)).toEqual(expect.arrayContaining([...fields]))
  const sentences = (answer: Answer) => [String(answer.at('detail')), ...fieldsOf(answer).map((field) => field.detail)]
  for (const [place, sentence] of sentences(english).entries()) {
    expect(sentence).toMatch(/^\S.+\s.+/)
    expect(sentence).not.toMatch(/^[a-z]+:[a-z]/)
    expect(sentences(turkish)[place]).not.toBe(sentence)
  }
  expect(await rows.count()).toEqual(before)
  return english
}
