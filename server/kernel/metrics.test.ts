import { register } from 'prom-client'
import { expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'

it('what a process does is counted and can be read', async () => {
  const metrics = createMetrics()
  metrics.countHttpRequest({ method: 'GET', route: '/posts/{id}', status: 200, seconds: 0.02 })
  metrics.countDelivery({ platform: 'mastodon', outcome: 'published' })
  metrics.countDelivery({ platform: 'mastodon', outcome: 'published' })
  metrics.countJob({ job: 'sync-feeds', outcome: 'failed', seconds: 2 })
  metrics.observeLateness(0.2)
  metrics.observeLateness(-5)
  const { contentType, text } = await metrics.renderMetrics()
  expect(contentType).toMatch(/^text\/plain/)
  expect(text.split('\n')).toEqual(
    expect.arrayContaining([
      'tutti_http_request_seconds_count{method="GET",route="/posts/{id}",status="200"} 1',
      'tutti_deliveries_total{platform="mastodon",outcome="published"} 2',
      'tutti_job_seconds_sum{job="sync-feeds",outcome="failed"} 2',
      'tutti_delivery_lateness_seconds_bucket{le="0.01"} 1',
      'tutti_delivery_lateness_seconds_bucket{le="0.25"} 2',
      'tutti_delivery_lateness_seconds_sum 0.2',
    ]),
  )
  expect(text).toContain('process_resident_memory_bytes')
})

it('two of them do not count together, and none counts globally', async () => {
  const [one, other] = [createMetrics(), createMetrics()]
  one.countDelivery({ platform: 'bluesky', outcome: 'unknown' })
  expect((await one.renderMetrics()).text).toContain('platform="bluesky"')
  expect((await other.renderMetrics()).text).not.toContain('platform="bluesky"')
  expect(await register.metrics()).not.toContain('tutti_')
})
