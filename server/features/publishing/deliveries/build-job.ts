import { z } from 'zod'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Account, Job, Message, Progress } from '#server/platforms/port.ts'
import { StoredMessage } from '../domain/message.ts'
import type { DeliveryRow } from '../posts/load-posts.ts'

/** Thrown when somebody else has taken the delivery over: whatever was being done for it must stop. */
export class LostDelivery extends Error {
  override readonly name = 'LostDelivery'
}

/** What an adapter needs to carry a delivery out: account with open secrets, the message word for word, durable progress. */
export function buildJob(kernel: Kernel, delivery: DeliveryRow, account: Account, signal: AbortSignal): Job {
  return {
    account,
    message: openMessage(kernel, delivery),
    token: delivery.token,
    startedAt: delivery.started_at ?? kernel.clock.now(),
    progress: keepProgress(kernel, delivery),
    signal,
    taken: (remoteIds) =>
      kernel.database.inOrganisation(delivery.organisation_id, (db) => takenByOthers(db, delivery, remoteIds)),
  }
}

/** Of these posts of the platform, those that other deliveries of the channel hold: each belongs to one delivery at most. */
export async function takenByOthers(
  db: Db,
  delivery: Pick<DeliveryRow, 'organisation_id' | 'channel_id' | 'id'>,
  remoteIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (remoteIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('publishing_deliveries')
    .select('remote_id')
    .where('organisation_id', '=', delivery.organisation_id)
    .where('channel_id', '=', delivery.channel_id)
    .where('id', '!=', delivery.id)
    .where('remote_id', 'in', remoteIds)
    .execute()
  return new Set(rows.flatMap((row) => row.remote_id ?? []))
}

/** The stored message with its pictures ready to be read. */
export function openMessage(kernel: Kernel, delivery: Pick<DeliveryRow, 'organisation_id' | 'message'>): Message {
  const stored = StoredMessage.parse(delivery.message)
  const open = (part: (typeof stored.parts)[number]) => ({
    text: part.text,
    pictures: part.pictures.map(({ file, ...picture }) => ({
      ...picture,
      bytes: async () => {
        const bytes = await kernel.files.read(delivery.organisation_id, file)
        if (bytes === null) throw new Error(`The file of picture ${picture.id} is missing.`)
        return bytes
      },
    })),
  })
  const [first, ...rest] = stored.parts
  return { ...stored, parts: [open(first), ...rest.map(open)] }
}

/** Intermediate ids, written at once and only by whoever holds the delivery. What is kept in the same breath is one write. */
export function keepProgress(kernel: Kernel, delivery: DeliveryRow): Progress {
  const known = new Map(Object.entries(z.record(z.string(), z.string()).parse(delivery.progress)))
  let gathering: { readonly values: Record<string, string>; readonly written: Promise<void> } | null = null
  return {
    read: (name) => known.get(name) ?? null,
    keep: (name, value) => {
      if (gathering === null) {
        const values: Record<string, string> = {}
        const written = Promise.resolve().then(async () => {
          gathering = null
          await writeProgress(kernel, delivery, values)
          for (const [each, kept] of Object.entries(values)) known.set(each, kept)
        })
        gathering = { values, written }
      }
      gathering.values[name] = value
      return gathering.written
    },
  }
}

async function writeProgress(kernel: Kernel, delivery: DeliveryRow, values: Record<string, string>): Promise<void> {
  const kept = await kernel.database.inOrganisation(delivery.organisation_id, (db) =>
    db
      .updateTable('publishing_deliveries')
      .set((the) => ({ progress: the('progress', '||', JSON.stringify(values)) }))
      .where('organisation_id', '=', delivery.organisation_id)
      .where('id', '=', delivery.id)
      .where('fence', '=', delivery.fence)
      .returning('id')
      .executeTakeFirst(),
  )
  if (kept === undefined) throw new LostDelivery('The delivery was taken over.')
}
