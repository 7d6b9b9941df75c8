import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import type { Picture } from '../port.ts'
import { call, type Called } from './call.ts'
import { harmless, reason, type Failure } from './errors.ts'
import { keepPicture, readPicture } from './progress.ts'
import type { Work } from './tools.ts'

const Media = z.object({ id: z.string().min(1).max(100) })
type Media = z.infer<typeof Media>
type NotUploaded = Exclude<Failure, { kind: 'unknown' }>
export type Uploaded = { readonly kind: 'uploaded'; readonly ids: readonly string[] } | NotUploaded

/**
 * Brings the pictures of a part to the server and waits until it has processed them
 * (https://docs.joinmastodon.org/methods/media/). Ids are kept at once, so that a repeat uploads nothing again.
 */
export async function uploadPictures(work: Work, part: number): Promise<Uploaded> {
  const ids: string[] = []
  for (const [number, picture] of (work.job.message.parts[part]?.pictures ?? []).entries()) {
    const ready = await readyPicture(work, { picture, part, number })
    if (ready.kind !== 'ok') return ready
    ids.push(ready.value.id)
  }
  return { kind: 'uploaded', ids }
}

interface Numbered {
  readonly picture: Picture
  readonly part: number
  readonly number: number
}

type Ready = Extract<Called<Media>, { kind: 'ok' }> | NotUploaded

async function readyPicture(work: Work, place: Numbered): Promise<Ready> {
  const { tools, server, job } = work
  const kept = readPicture(job.progress, place)
  if (kept !== null) {
    const ready = await processed(work, kept)
    // Servers throw away pictures that stay unused; then it is uploaded anew.
    if (ready.kind !== 'refused' || ready.reason.code !== 'not-found') return ready
  }
  const { picture } = place
  const upload = new FormData()
  upload.append('description', picture.altText)
  upload.append('file', new Blob([new Uint8Array(await picture.bytes())], { type: picture.type }), 'picture')
  const uploaded = await call(tools, server, {
    method: 'POST',
    path: '/api/v2/media',
    upload,
    answer: Media,
    signal: job.signal,
  })
  if (uploaded.kind !== 'ok') return mediaFailure(uploaded)
  await keepPicture(job.progress, place, uploaded.value.id)
  return uploaded.status === 200 ? uploaded : processed(work, uploaded.value.id)
}

async function processed({ tools, server, job }: Work, id: string): Promise<Ready> {
  const { signal } = job
  const path = `/api/v1/media/${encodeURIComponent(id)}`
  for (;;) {
    const state = await call(tools, server, { method: 'GET', path, answer: Media, signal })
    if (state.kind !== 'ok') return mediaFailure(state)
    if (state.status === 200) return state
    if (!(await waited(tools.patience.mediaPollMs, signal))) {
      return { kind: 'not-sent', reason: reason('timed-out'), retryAt: null }
    }
  }
}

/** An upload puts nothing out, so it may always be repeated; what the server refuses of a picture is about the picture. */
function mediaFailure(failure: Failure): NotUploaded {
  const known = harmless(failure)
  if (known.kind !== 'refused' || known.reason.code !== 'content-rejected') return known
  return { kind: 'refused', reason: reason('media-rejected', known.reason.words) }
}

/** False when the signal aborted first. */
async function waited(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await delay(milliseconds, undefined, { signal })
    return true
  } catch (error) {
    if (signal.aborted) return false
    throw error
  }
}
