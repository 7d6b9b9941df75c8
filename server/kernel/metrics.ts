import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

export interface HttpRequestSeen {
  readonly method: string
  /** The route's pattern (`/posts/{id}`), never the address itself: each value is kept for ever. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

export type DeliveryOutcome = 'published' | 'not-sent' | 'refused' | 'reconnect' | 'unknown'

export interface Metrics {
  readonly countHttpRequest: (seen: HttpRequestSeen) => void
  /** One attempt that ended. */
  readonly countDelivery: (seen: { readonly platform: string; readonly outcome: DeliveryOutcome }) => void
  /** How long after its time a delivery was begun, in seconds; earlier counts as 0. */
  readonly observeLateness: (seconds: number) => void
  readonly countJob: (seen: {
    readonly job: string
    readonly outcome: 'done' | 'failed'
    readonly seconds: number
  }) => void
  /** Everything in the Prometheus text format, with its content type. */
  readonly renderMetrics: () => Promise<{ readonly contentType: string; readonly text: string }>
}

const latenessBuckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 3600]

/** Counts what this process does, in a registry of its own. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'tutti_http_request_seconds',
    help: 'Requests that were answered, by how long it took',
    registers,
    labelNames: ['method', 'route', 'status'],
  })
  const deliveries = new Counter({
    name: 'tutti_deliveries_total',
    help: 'Attempts to deliver, by outcome',
    registers,
    labelNames: ['platform', 'outcome'],
  })
  const lateness = new Histogram({
    name: 'tutti_delivery_lateness_seconds',
    help: 'How long after its time a delivery was begun',
    registers,
    buckets: latenessBuckets,
  })
  const jobs = new Histogram({
    name: 'tutti_job_seconds',
    help: 'Background jobs that ended, by how long they took',
    registers,
    labelNames: ['job', 'outcome'],
  })
  return {
    countHttpRequest: ({ seconds, ...labels }) => requests.observe(labels, seconds),
    countDelivery: (labels) => deliveries.inc(labels),
    observeLateness: (seconds) => lateness.observe(Math.max(0, seconds)),
    countJob: ({ seconds, ...labels }) => jobs.observe(labels, seconds),
    renderMetrics: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}
