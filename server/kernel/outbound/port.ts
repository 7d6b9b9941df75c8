/** A request to the outside world. Nothing is repeated on its own; redirects are followed only for GET. */
export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | FormData
  readonly signal?: AbortSignal
  /** Default 20,000. */
  readonly timeoutMs?: number
  /** Most bytes of an answer that are read; default 2,000,000. */
  readonly mostBytes?: number
}

export interface OutboundAnswer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly text: () => string
  /** Parsed JSON, or null where the body is none. */
  readonly json: () => unknown
  readonly url: string
}

/**
 * A request that brought no answer. `sent` tells what may be believed: `no` means that nothing reached the server
 * (name not found, refused address, connection refused); `maybe` means that the request may have been carried out.
 */
export class OutboundFailure extends Error {
  override readonly name = 'OutboundFailure'
  readonly sent: 'no' | 'maybe'
  readonly why: 'address-not-allowed' | 'unreachable' | 'timed-out' | 'too-large' | 'answer-lost'

  constructor(sent: 'no' | 'maybe', why: OutboundFailure['why'], message: string) {
    super(message)
    this.sent = sent
    this.why = why
  }
}

export type Outbound = (request: OutboundRequest) => Promise<OutboundAnswer>
