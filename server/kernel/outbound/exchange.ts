import { FormData as StreamedForm, type Agent, type Dispatcher } from 'undici'
import { OutboundFailure, type OutboundAnswer, type OutboundRequest } from './port.ts'
import { ACCEPTED_ENCODINGS, decodeText, readAnswer } from './read-answer.ts'

export interface Exchange {
  readonly agent: Agent
  readonly method: OutboundRequest['method']
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: OutboundRequest['body']
  readonly signal: AbortSignal
  readonly timeoutMs: number
  readonly mostBytes: number
}

/** One request and its answer, without redirects. Every way of going wrong comes out as an OutboundFailure. */
export async function exchange(one: Exchange): Promise<OutboundAnswer> {
  const progress = { started: false }
  try {
    const { statusCode, headers: raw, body } = await answerHead(one, progress)
    const headers = toHeaders(raw)
    const bytes = await readAnswer(body, headers, one.mostBytes)
    const text = (): string => decodeText(bytes, headers)
    return { status: statusCode, headers, bytes, text, json: () => parseJson(text()), url: one.url.href }
  } catch (error) {
    throw asFailure(error, one, progress.started)
  }
}

/** Undici notices an abort only once it is connected; here it counts at once. */
function answerHead(one: Exchange, progress: { started: boolean }): Promise<Dispatcher.ResponseData> {
  const { agent, url, method, body, signal, timeoutMs } = one
  return new Promise<Dispatcher.ResponseData>((resolve, reject) => {
    const stop = (): void => reject(new Error('stopped'))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    agent
      .compose(watchStart(progress))
      .request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method,
        headers: { ...one.headers, 'accept-encoding': ACCEPTED_ENCODINGS },
        body: body instanceof FormData ? streamed(body) : (body ?? null),
        signal,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      })
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop))
  })
}

/** Undici knows only its own form class; this one is written piece by piece and with its length. */
function streamed(form: FormData): StreamedForm {
  const own = new StreamedForm()
  for (const [name, value] of form) {
    if (typeof value === 'string') own.append(name, value)
    else own.append(name, value, value.name)
  }
  return own
}

/** Learns when the first byte is about to be written, and lets that happen only once. */
function watchStart(progress: { started: boolean }): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        if (progress.started) return controller.abort(new Error('a request is never repeated'))
        handler.onRequestStart?.(controller, context)
        progress.started = !controller.aborted
      },
      onResponseStart: (...seen) => handler.onResponseStart?.(...seen),
      onResponseData: (...seen) => handler.onResponseData?.(...seen),
      onResponseEnd: (...seen) => handler.onResponseEnd?.(...seen),
      onResponseError: (...seen) => handler.onResponseError?.(...seen),
    })
}

function toHeaders(raw: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw)) {
    for (const single of [value ?? []].flat()) headers.append(name, single)
  }
  return headers
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const TIMEOUT_CODES = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
])

/** The address is named by host only: paths and queries may carry secrets. */
function asFailure(error: unknown, { url, signal }: Exchange, started: boolean): OutboundFailure {
  if (error instanceof OutboundFailure) return error
  const sent = started ? 'maybe' : 'no'
  if (signal.aborted) {
    if (signal.reason === TIMED_OUT) return new OutboundFailure(sent, 'timed-out', `${url.host}: no answer in time`)
    return new OutboundFailure(sent, started ? 'answer-lost' : 'unreachable', `${url.host}: the request was cancelled`)
  }
  const code = codeOf(error)
  if (TIMEOUT_CODES.has(code)) return new OutboundFailure(sent, 'timed-out', `${url.host}: no answer in time (${code})`)
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return new OutboundFailure(sent, 'too-large', `${url.host}: the answer's headers are too large`)
  }
  if (started) return new OutboundFailure('maybe', 'answer-lost', `${url.host}: the answer was lost (${code})`)
  return new OutboundFailure('no', 'unreachable', `${url.host}: cannot be reached (${code})`)
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  // Several addresses tried in vain: the first failure speaks for all.
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** The reason given to the signal when the time for the whole request is over. */
export const TIMED_OUT = Symbol('timed out')
