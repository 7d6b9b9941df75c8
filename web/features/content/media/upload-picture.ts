import { ProblemError, readProblem } from '#web/kernel/problem.ts'
import type { Problem } from '#web/kernel/client.ts'

interface Upload {
  readonly file: File
  /** Called with the share that has been sent, from 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

const LOST: Problem = { code: 'offline', status: 0, title: '', params: {}, fields: [] }

/**
 * Sends one picture and gives its id. By XMLHttpRequest, since `fetch` does not tell how much has been sent. Refusals are
 * thrown as the client throws them.
 */
export function uploadPicture({ file, onProgress, signal }: Upload): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/media')
    request.responseType = 'json'
    request.setRequestHeader('accept-language', document.documentElement.lang || 'en')
    request.setRequestHeader('idempotency-key', crypto.randomUUID())
    request.upload.addEventListener(
      'progress',
      (event) => event.lengthComputable && onProgress(event.loaded / event.total),
    )
    request.addEventListener('load', () => {
      const id = idOf(request.response)
      if (request.status === 201 && id !== null) resolve(id)
      else reject(new ProblemError(readProblem(request.response, request.status)))
    })
    request.addEventListener('error', () => reject(new ProblemError(LOST)))
    signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

function idOf(answer: unknown): string | null {
  const id: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'id') : null
  return typeof id === 'string' ? id : null
}
