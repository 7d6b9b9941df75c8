import { Agent } from 'undici'
import { guardedConnector, type ResolveName } from './connector.ts'
import { exchange, TIMED_OUT } from './exchange.ts'
import { OutboundFailure, type Outbound, type OutboundAnswer, type OutboundRequest } from './port.ts'

export interface GuardedOutboundOptions {
  /** The administrator's setting: lets private, loopback, shared and unique-local addresses pass. */
  readonly allowPrivate: boolean
  /** Sent as `user-agent` where the request names none; default `Tutti`. */
  readonly agentName?: string
  /** How names become addresses; default: the operating system. */
  readonly resolve?: ResolveName
}

/** An Outbound that owns connections; `close` lets requests under way finish and then frees them. */
export type GuardedOutbound = Outbound & { readonly close: () => Promise<void> }

const DEFAULT_TIMEOUT_MS = 20_000
const DEFAULT_MOST_BYTES = 2_000_000
const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** All that may follow a redirect to another origin: any other header may be a key. */
const HARMLESS_HEADERS = new Set([
  'accept',
  'accept-language',
  'if-modified-since',
  'if-none-match',
  'range',
  'user-agent',
])

/**
 * The one way out of the server. Reaches http and https at public addresses (checked when connecting, for every
 * redirect too), bounds time (`timeoutMs` holds for the whole request, redirects included) and decompressed size, and
 * never repeats anything. Throws only OutboundFailure; an answer with any status is an answer.
 */
export function guardedOutbound({ agentName = 'Tutti', ...options }: GuardedOutboundOptions): GuardedOutbound {
  const agent = new Agent({ connect: guardedConnector(options), connections: 64 })
  const outbound: Outbound = (request) =>
    withDeadline(request, (signal) => followed(agent, { ...request, signal, headers: named(request, agentName) }))
  let closing: Promise<void> | undefined
  return Object.assign(outbound, { close: () => (closing ??= agent.close()) })
}

/** Aborts when the caller does or the time is over, and leaves neither timer nor listener behind. */
async function withDeadline<T>(request: OutboundRequest, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const cancel = (): void => controller.abort()
  const timer = setTimeout(() => controller.abort(TIMED_OUT), request.timeoutMs ?? DEFAULT_TIMEOUT_MS)
  if (request.signal?.aborted === true) cancel()
  request.signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await run(controller.signal)
  } finally {
    clearTimeout(timer)
    request.signal?.removeEventListener('abort', cancel)
  }
}

type Bounded = OutboundRequest & { readonly signal: AbortSignal; readonly headers: Record<string, string> }

async function followed(agent: Agent, request: Bounded): Promise<OutboundAnswer> {
  const { method, body, signal, timeoutMs = DEFAULT_TIMEOUT_MS, mostBytes = DEFAULT_MOST_BYTES } = request
  let url = checkedUrl(request.url)
  let headers = request.headers
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const answer = await exchange({ agent, method, url, headers, body, signal, timeoutMs, mostBytes }).catch(
      (failure: OutboundFailure) => {
        throw hop === 0 ? failure : afterRedirect(failure)
      },
    )
    const location = answer.headers.get('location')
    if (method !== 'GET' || location === null || !REDIRECTS.has(answer.status)) return answer
    const next = redirectTarget(location, url)
    if (next.origin !== url.origin) headers = harmless(headers)
    url = next
  }
  throw new OutboundFailure('maybe', 'answer-lost', `${url.host}: more than ${MOST_REDIRECTS} redirects`)
}

function checkedUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base)
  if (url === null) throw new OutboundFailure('no', 'address-not-allowed', 'this is not an address on the web')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new OutboundFailure('no', 'address-not-allowed', `${url.protocol} addresses are not open to requests`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new OutboundFailure('no', 'address-not-allowed', `${url.host}: an address must not carry a password`)
  }
  return url
}

function redirectTarget(location: string, from: URL): URL {
  try {
    return checkedUrl(location, from)
  } catch (failure) {
    throw failure instanceof OutboundFailure ? afterRedirect(failure) : failure
  }
}

/** The first server did get the request, whatever became of the place that it pointed to. */
function afterRedirect({ why, message }: OutboundFailure): OutboundFailure {
  return new OutboundFailure('maybe', why, message)
}

function named(request: OutboundRequest, agentName: string): Record<string, string> {
  const named: Record<string, string> = { 'user-agent': agentName }
  for (const [name, value] of Object.entries(request.headers ?? {})) named[name.toLowerCase()] = value
  return named
}

function harmless(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => HARMLESS_HEADERS.has(name)))
}
