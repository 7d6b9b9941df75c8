import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { expect } from 'vitest'
import type { RefusalCode } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readConfig, type Config } from '#server/kernel/config.ts'
import { openDatabase } from '#server/kernel/database/database.ts'
import { createFileStore } from '#server/kernel/files/store.ts'
import type { RequestContext } from '#server/kernel/http/request-context.ts'
import { UNBOUND } from '#server/kernel/facts.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { createLog } from '#server/kernel/log.ts'
import { cloneDatabase } from '#test/database.ts'
import type { StrategyPorts } from './ports.ts'

export interface TestRooms {
  readonly kernel: Kernel
  /** Sets the clock that everything goes by. */
  readonly setNow: (instant: string) => void
  readonly addOrganisation: (fields?: { readonly timeZone?: string; readonly language?: string }) => Promise<Actor>
  /** What the stream says happened to a record, oldest first. */
  readonly eventsOf: (actor: Actor, subjectId: string) => Promise<{ verb: string; before: unknown; after: unknown }[]>
  readonly close: () => Promise<void>
}

function missing(): never {
  throw new Error('These rooms do not need this part of the kernel.')
}

/** What strategy and content lean on, on a database and a folder of their own, with a clock that stands still. */
export async function openTestRooms(now = '2026-11-22T10:00:00Z', config: Partial<Config> = {}): Promise<TestRooms> {
  const clone = await cloneDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'tutti-rooms-'))
  const database = await openDatabase({ connection: clone.connection, most: 6 })
  let time = new Date(now)
  const kernel: Kernel = {
    config: { ...readConfig({}), ...config },
    clock: { now: () => new Date(time), newId: () => v7() },
    database,
    files: createFileStore(folder),
    log: createLog('silent'),
    get jobs() {
      return missing()
    },
    get keyring() {
      return missing()
    },
    get mail() {
      return missing()
    },
    get outbound() {
      return missing()
    },
    get metrics() {
      return missing()
    },
  }
  return {
    kernel,
    setNow: (instant) => void (time = new Date(instant)),
    addOrganisation: (fields) => addOrganisation(kernel, fields),
    eventsOf: ({ organisationId }, subjectId) =>
      database.inOrganisation(organisationId, (db) =>
        db
          .selectFrom('events')
          .select(['verb', 'before', 'after'])
          .where('subject_id', '=', subjectId)
          .orderBy('position')
          .execute(),
      ),
    close: async () => {
      await database.close()
      await clone.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** An organisation with one person in it, who acts. */
async function addOrganisation(
  { database, clock }: Kernel,
  { timeZone = 'Europe/Istanbul', language = 'tr' } = {},
): Promise<Actor> {
  const organisationId = v7()
  const id = v7()
  const created = { organisation_id: organisationId, created_at: clock.now() }
  await database.identity
    .insertInto('identity.user')
    .values({ id, name: 'Ada Deniz', email: `${id}@example.org` })
    .execute()
  await database.inOrganisation(organisationId, async (db) => {
    await db
      .insertInto('organisations')
      .values({ ...created, name: 'Kavrela', slug: organisationId, time_zone: timeZone, language, data_key: 'key' })
      .execute()
    await db
      .insertInto('organisation_people')
      .values({ ...created, id, user_id: id, name: 'Ada Deniz', email: `${id}@example.org`, role: 'strategist' })
      .execute()
  })
  return {
    kind: 'person',
    id,
    personId: id,
    name: 'Ada Deniz',
    organisationId,
    role: 'strategist',
    scopes: null,
    facts: UNBOUND,
    language: 'tr',
    timeZone,
    sessionId: null,
  }
}

/** A request of this actor; `ifMatch` is the version they have read. */
export function requestOf(actor: Actor, ifMatch: number | null = null): RequestContext {
  return { actor, language: 'en', ifMatch, address: '192.0.2.1', headers: new Headers() }
}

/** Expects a refusal with this code and, where named, these fields. */
export async function expectRefusal(attempt: Promise<unknown>, code: RefusalCode, ...fields: string[]): Promise<void> {
  await expect(attempt).rejects.toMatchObject({ name: 'Refusal', code, fields: fields.map((path) => ({ path })) })
}

/** An id that nothing has. */
export const NOBODY = '018f0000-0000-7000-8000-000000000000'

/** Rooms after strategy in which nothing has happened yet. */
export const NO_PORTS: StrategyPorts = {
  campaignsOf: async () => new Map(),
  figuresOf: async () => [],
  standingsOf: async () => new Map(),
}
