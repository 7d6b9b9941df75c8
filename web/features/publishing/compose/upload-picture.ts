import { ProblemError, readProblem } from '#web/kernel/problem.ts'
import { reportSessionEnd } from '#web/kernel/session-end.ts'
import type { ComposedMedia } from './composition.ts'

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function readMedia(body: unknown): ComposedMedia | null {
  if (!isRecord(body) || typeof body['id'] !== 'string' || typeof body['url'] !== 'string') return null
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    id: body['id'],
    url: body['url'],
    name: text(body['name']),
    type: text(body['type']),
    altText: text(body['altText']),
  }
}

function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText)
  } catch {
    return null
  }
}

interface Upload {
  readonly file: File
  /** From 0 to 1 while the bytes leave. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/** Sends a picture to the library and tells how far it got, which `fetch` cannot. Refusals are thrown as everywhere. */
export function uploadPicture({ file, onProgress, signal }: Upload): Promise<ComposedMedia> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/media')
    request.setRequestHeader('idempotency-key', crypto.randomUUID())
    request.setRequestHeader('accept-language', document.documentElement.lang || 'en')
    request.upload.addEventListener('progress', (event) =>
      onProgress(event.lengthComputable ? event.loaded / event.total : 0),
    )
    request.addEventListener('load', () => {
      const body = bodyOf(request)
      const media = request.status >= 200 && request.status < 300 ? readMedia(body) : null
      if (request.status === 401) reportSessionEnd()
      if (media === null) reject(new ProblemError(readProblem(body, request.status)))
      else resolve(media)
    })
    request.addEventListener('error', () => reject(new TypeError('Failed to fetch')))
    request.addEventListener('abort', () => reject(new DOMException('The upload was stopped.', 'AbortError')))
    signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
