import {
  OutboundFailure,
  type Outbound,
  type OutboundAnswer,
  type OutboundRequest,
} from '#server/kernel/outbound/port.ts'

type Matches = (request: OutboundRequest) => boolean
type Fault = (request: OutboundRequest, pass: Outbound) => Promise<OutboundAnswer>

/** What a server, or a proxy in front of it, is made to answer. */
export interface Instead {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A network that works, except where a test says otherwise. Each fault happens once. */
export interface FaultyNetwork {
  readonly outbound: Outbound
  readonly requests: readonly OutboundRequest[]
  /** The request is carried out and its answer lost; `after` lets that many matching requests through first. */
  readonly loseNextAnswer: (matches: Matches, after?: number) => void
  /** The connection is refused before anything is sent. */
  readonly refuseNextConnection: (matches: Matches, after?: number) => void
  /** The request never reaches the server; this answer comes back. */
  readonly answerNext: (matches: Matches, instead: Instead, after?: number) => void
}

/** An answer made by hand, as the guarded client would give it. */
export function answerOf(url: string, instead: Instead): OutboundAnswer {
  const text =
    instead.body === undefined ? '' : typeof instead.body === 'string' ? instead.body : JSON.stringify(instead.body)
  return {
    status: instead.status,
    headers: new Headers(instead.headers ?? {}),
    bytes: new TextEncoder().encode(text),
    text: () => text,
    json: () => parsedOrNull(text),
    url,
  }
}

/** Puts faults on demand between an adapter and a real network. */
export function faultyNetwork(real: Outbound): FaultyNetwork {
  const requests: OutboundRequest[] = []
  const planned: { matches: Matches; after: number; fault: Fault }[] = []

  const plan = (matches: Matches, after: number, fault: Fault): void => {
    planned.push({ matches, after, fault })
  }

  return {
    requests,
    outbound: (request) => {
      requests.push(request)
      const next = planned.find((one) => one.matches(request))
      if (next === undefined) return real(request)
      if (next.after > 0) {
        next.after -= 1
        return real(request)
      }
      planned.splice(planned.indexOf(next), 1)
      return next.fault(request, real)
    },
    loseNextAnswer: (matches, after = 0) =>
      plan(matches, after, async (request, pass) => {
        await pass(request)
        throw new OutboundFailure('maybe', 'answer-lost', 'The connection closed before the answer came')
      }),
    refuseNextConnection: (matches, after = 0) =>
      plan(matches, after, async () => {
        throw new OutboundFailure('no', 'unreachable', 'Connection refused')
      }),
    answerNext: (matches, instead, after = 0) =>
      plan(matches, after, async (request) => answerOf(request.url, instead)),
  }
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
