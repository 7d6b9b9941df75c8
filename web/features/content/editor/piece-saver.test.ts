import { beforeEach, expect, it } from 'vitest'
import type { Piece } from '../records.ts'
import { createPieceSaver } from './piece-saver.ts'
import type { PieceFields } from './piece-fields.ts'

const first: Piece = {
  id: 'p',
  title: 'Harvest',
  body: 'one',
  language: 'en',
  campaign: null,
  media: [],
  variants: 0,
  createdBy: null,
  createdAt: '2026-11-24T06:00:00Z',
  changedAt: '2026-11-24T06:00:00Z',
  version: 1,
}

/** A server with one piece, which refuses old versions as the real one does, and a clock that runs when told. */
function world() {
  let stored = first
  let planned: (() => void) | null = null
  const kept: (PieceFields | null)[] = []
  const refusals: { code: string; status: number }[] = []
  return {
    kept,
    refusals,
    stored: () => stored,
    change: (changes: Partial<Piece>) => {
      stored = { ...stored, ...changes, version: stored.version + 1 }
    },
    pass: () => {
      const work = planned
      planned = null
      work?.()
    },
    isPlanned: () => planned !== null,
    send: async (changes: Partial<PieceFields>, version: number) => {
      const refusal =
        refusals.shift() ?? (version === stored.version ? undefined : { code: 'record.changed', status: 412 })
      if (refusal !== undefined) throw refusal
      stored = { ...stored, ...changes, version: version + 1 }
      return stored
    },
    read: async () => stored,
    problemOf: (error: unknown) => ({
      title: '',
      params: {},
      fields: [],
      ...(error as { code: string; status: number }),
    }),
    keep: (mine: PieceFields | null) => void kept.push(mine),
    later: (work: () => void) => {
      planned = work
      return () => {
        planned = null
      }
    },
    now: () => new Date('2026-11-24T06:12:00Z'),
  }
}

let there: ReturnType<typeof world>
beforeEach(() => {
  there = world()
})

it('saves after a pause and says when', async () => {
  const saver = createPieceSaver(first, {}, there)
  saver.change({ body: 'two' })
  expect(saver.state().status.kind).toBe('unsaved')
  expect(there.stored().body).toBe('one')
  await saver.flush()
  expect(there.stored().body).toBe('two')
  expect(saver.state().status).toEqual({ kind: 'saved', at: there.now() })
  expect(there.kept.at(-1)).toBeNull()
})

it('sends what is typed while a save is on its way after it, against the new version', async () => {
  const saver = createPieceSaver(first, {}, there)
  saver.change({ body: 'two' })
  const saving = saver.flush()
  saver.change({ body: 'two and three' })
  await saving
  expect(there.stored()).toMatchObject({ body: 'two and three', version: 3 })
})

it('takes in a change of somebody else to another field', async () => {
  const saver = createPieceSaver(first, {}, there)
  there.change({ title: 'First harvest' })
  saver.change({ body: 'two' })
  await saver.flush()
  there.pass()
  await expect.poll(() => there.stored()).toMatchObject({ title: 'First harvest', body: 'two' })
  expect(saver.state().mine.title).toBe('First harvest')
})

it('stops at a conflict, keeps what is typed, and saves what the person settles', async () => {
  const saver = createPieceSaver(first, {}, there)
  there.change({ body: 'theirs' })
  saver.change({ body: 'mine' })
  await saver.flush()
  expect(saver.state()).toMatchObject({
    mine: { body: 'mine' },
    status: { kind: 'conflict', theirs: { body: 'theirs' } },
  })
  expect(there.stored().body).toBe('theirs')
  saver.change({ body: 'mine and more' })
  expect(there.isPlanned()).toBe(false)
  saver.settle(saver.state().mine)
  there.pass()
  await expect.poll(() => there.stored().body).toBe('mine and more')
})

it('keeps the text and tries again after a lost connection', async () => {
  const saver = createPieceSaver(first, {}, there)
  there.refusals.push({ code: 'offline', status: 0 })
  saver.change({ body: 'two' })
  await saver.flush()
  expect(saver.state().status.kind).toBe('refused')
  expect(there.kept.at(-1)?.body).toBe('two')
  there.pass()
  await expect.poll(() => there.stored().body).toBe('two')
})

it('does not repeat what the server refuses for good', async () => {
  const saver = createPieceSaver(first, {}, there)
  there.refusals.push({ code: 'request.invalid', status: 422 })
  saver.change({ title: '' })
  await saver.flush()
  expect(saver.state().status.kind).toBe('refused')
  expect(there.isPlanned()).toBe(false)
})

it('begins with a draft that was kept here', () => {
  const saver = createPieceSaver(first, { body: 'typed before the reload' }, there)
  expect(saver.state()).toMatchObject({ mine: { body: 'typed before the reload' }, status: { kind: 'unsaved' } })
})

it('shows a newer version that arrives, unless something here is unsaved', () => {
  const saver = createPieceSaver(first, {}, there)
  saver.receive({ ...first, body: 'newer', version: 2 })
  expect(saver.state().mine.body).toBe('newer')
  saver.change({ body: 'mine' })
  saver.receive({ ...first, body: 'newest', version: 3 })
  expect(saver.state().mine.body).toBe('mine')
})
