import type { Problem } from '#web/kernel/client.ts'
import { changesFrom, fieldsOf, mergeFields } from './piece-fields.ts'
import type { PieceFields } from './piece-fields.ts'
import type { Piece } from '../records.ts'

export type Status =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'conflict'; readonly theirs: PieceFields }

export interface SaverState {
  readonly mine: PieceFields
  readonly status: Status
}

/** What the saver needs of the world. */
export interface SaverWorld {
  readonly send: (changes: Partial<PieceFields>, version: number) => Promise<Piece>
  readonly read: () => Promise<Piece>
  readonly problemOf: (error: unknown) => Problem
  /** Keeps what is not saved yet on this device; null forgets it. */
  readonly keep: (mine: PieceFields | null) => void
  readonly later: (work: () => void, ms: number) => () => void
  readonly now: () => Date
}

/** After this pause in typing the text is saved; after a failure it is tried again less often. */
const PAUSE_MS = { text: 1200, choice: 0, retry: 8000 }

export type PieceSaver = ReturnType<typeof createPieceSaver>

/**
 * Saves a piece while it is typed, against the version that was seen. One request at a time; what is typed meanwhile follows.
 * Changes of other people to other fields are taken in; to the same field they become a conflict that waits for `settle`.
 */
export function createPieceSaver(piece: Piece, draft: Partial<PieceFields>, world: SaverWorld) {
  let base = fieldsOf(piece)
  let version = piece.version
  let state: SaverState = {
    mine: { ...base, ...draft },
    status:
      Object.keys(changesFrom(base, { ...base, ...draft })).length > 0
        ? { kind: 'unsaved' }
        : { kind: 'saved', at: null },
  }
  let sending = false
  let cancel = () => {}
  const watchers = new Set<() => void>()

  const pending = () => Object.keys(changesFrom(base, state.mine)).length > 0
  const show = (next: Partial<SaverState>) => {
    state = { ...state, ...next }
    for (const watcher of watchers) watcher()
  }
  const plan = (ms: number) => {
    cancel()
    cancel = world.later(() => void flush(), ms)
  }

  function change(changes: Partial<PieceFields>): void {
    const mine = { ...state.mine, ...changes }
    const conflict = state.status.kind === 'conflict'
    show({ mine, ...(conflict ? {} : { status: { kind: 'unsaved' } }) })
    world.keep(mine)
    if (!conflict) plan('body' in changes || 'title' in changes ? PAUSE_MS.text : PAUSE_MS.choice)
  }

  /** Saves at once what is not saved. Comes back when nothing is left to send, or nothing more can be done without the person. */
  async function flush(): Promise<void> {
    cancel()
    if (sending || state.status.kind === 'conflict') return
    sending = true
    try {
      while (pending()) await sendOnce()
      world.keep(null)
      if (state.status.kind !== 'saved') show({ status: { kind: 'saved', at: world.now() } })
    } catch (error) {
      await refuse(error)
    } finally {
      sending = false
    }
  }

  async function sendOnce(): Promise<void> {
    const sent = state.mine
    show({ status: { kind: 'saving' } })
    const saved = await world.send(changesFrom(base, sent), version)
    base = sent
    version = saved.version
    show({ status: pending() ? { kind: 'unsaved' } : { kind: 'saved', at: world.now() } })
  }

  async function refuse(error: unknown): Promise<void> {
    const problem = world.problemOf(error)
    if (problem.code !== 'record.changed') {
      show({ status: { kind: 'refused', problem } })
      if (problem.status === 0 || problem.status >= 500) plan(PAUSE_MS.retry)
      return
    }
    try {
      takeIn(await world.read())
    } catch (unread) {
      show({ status: { kind: 'refused', problem: world.problemOf(unread) } })
      plan(PAUSE_MS.retry)
    }
  }

  function takeIn(newest: Piece): void {
    const theirs = fieldsOf(newest)
    const { merged, clashes } = mergeFields({ base, mine: state.mine, theirs })
    base = theirs
    version = newest.version
    if (clashes.length > 0) return show({ mine: merged, status: { kind: 'conflict', theirs } })
    show({ mine: merged, status: pending() ? { kind: 'unsaved' } : { kind: 'saved', at: world.now() } })
    if (pending()) plan(PAUSE_MS.choice)
  }

  return {
    change,
    flush,
    state: () => state,
    /** A newer version has arrived by itself: shown where nothing here is unsaved, else joined when it is saved. */
    receive: (newest: Piece) => {
      if (newest.version <= version || sending || state.status.kind === 'conflict' || pending()) return
      base = fieldsOf(newest)
      version = newest.version
      show({ mine: base })
    },
    /** Ends a conflict with the text that shall hold; it is saved over the version shown. */
    settle: (mine: PieceFields) => {
      show({ mine, status: { kind: 'unsaved' } })
      world.keep(mine)
      plan(PAUSE_MS.choice)
    },
    watch: (watcher: () => void) => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
  }
}
