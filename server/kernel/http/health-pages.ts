import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { Kernel } from '../kernel.ts'
import { CLIENT_ADDRESS } from './client-address.ts'

export interface Health {
  /** False while the process is shutting down. */
  readonly accepting: () => boolean
  readonly readiness: () => Promise<{ readonly ready: boolean }>
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** For whoever looks after the process: alive, ready to work, and its figures. Figures are for this machine, or for a token. */
export function healthPages(kernel: Kernel, health: Health): Hono {
  const pages = new Hono()
  pages.get('/health/live', (context) => context.json({ live: true }))
  pages.get('/health/ready', async (context) => {
    if (!health.accepting()) return context.json({ ready: false, why: 'shutting down' }, 503)
    try {
      const state = await health.readiness()
      return context.json(state, state.ready ? 200 : 503)
    } catch (error) {
      kernel.log.error({ err: error }, 'the database does not answer')
      return context.json({ ready: false, why: 'the database does not answer' }, 503)
    }
  })
  pages.get('/metrics', async (context) => {
    if (!mayReadMetrics(kernel, context.req.raw.headers))
      return context.text('Metrics are for this machine, or for the bearer of TUTTI_METRICS_TOKEN.', 403)
    const { contentType, text } = await kernel.metrics.renderMetrics()
    return context.body(text, 200, { 'content-type': contentType })
  })
  return pages
}

function mayReadMetrics(kernel: Kernel, headers: Headers): boolean {
  const token = kernel.config.metricsToken
  if (token === null) return LOOPBACK.has(headers.get(CLIENT_ADDRESS) ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  const given = Buffer.from(headers.get('authorization') ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
