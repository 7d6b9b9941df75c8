import type { Message, Progress, Published } from '../port.ts'

/** A part of a message, by its number from 0, and the id of the part that it continues. */
export interface Place {
  readonly part: number
  readonly after: string | null
}

/** A part that is certainly out, by its number from 0; null while it is not. */
export function readPart(progress: Progress, part: number): Published | null {
  const remoteId = progress.read(`part.${part}.id`)
  if (remoteId === null || remoteId === '') return null
  return { remoteId, url: progress.read(`part.${part}.url`) ?? '' }
}

/** Records a part as out, address and id in one write: a part counts once its id is kept. */
export async function keepPart(progress: Progress, part: number, { remoteId, url }: Published): Promise<void> {
  await Promise.all([progress.keep(`part.${part}.url`, url), progress.keep(`part.${part}.id`, remoteId)])
}

/** The first part that is not known to be out; null when all are. */
export function nextPart(progress: Progress, message: Message): Place | null {
  let after: string | null = null
  for (let part = 0; part < message.parts.length; part += 1) {
    const done = readPart(progress, part)
    if (done === null) return { part, after }
    after = done.remoteId
  }
  return null
}

/** A picture by its part and its number in it, both from 0. */
export interface PicturePlace {
  readonly part: number
  readonly number: number
}

/** The id of an uploaded picture; null while it is not uploaded. */
export function readPicture(progress: Progress, { part, number }: PicturePlace): string | null {
  return progress.read(`media.${part}.${number}`) || null
}

/** Records a picture as uploaded. */
export function keepPicture(progress: Progress, { part, number }: PicturePlace, mediaId: string): Promise<void> {
  return progress.keep(`media.${part}.${number}`, mediaId)
}

/** How far the kept time of sending may lie before the true one. */
export const SENDING_SLACK_MS = 5000

/** The latest time at which a part may have been sent, by our clock. */
export function lastSending(progress: Progress, startedAt: Date): Date {
  const kept = Date.parse(progress.read('sending') ?? '')
  return new Date(Math.max(startedAt.getTime(), Number.isNaN(kept) ? 0 : kept) + SENDING_SLACK_MS)
}

/** Notes that a part is about to be sent; writes only where what is known would be too far from the truth. */
export async function keepSending(progress: Progress, startedAt: Date, now: Date): Promise<void> {
  if (now.getTime() > lastSending(progress, startedAt).getTime()) await progress.keep('sending', now.toISOString())
}
