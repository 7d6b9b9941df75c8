import { startFleet } from '../fleet/fleet.ts'
import { withThrowAwayDatabase } from '../fleet/throw-away-database.ts'
import { openInside } from './calendar-inside.ts'
import { seedCascade, type CascadeSize } from './cascade-seed.ts'
import { percentile } from './figures.ts'
import { analyse } from './seed.ts'

/** Milliseconds at the server, from the request to the last byte of its answer. */
export interface CascadeFigures {
  /** Just after a change, when everything is measured anew; and again while nothing changes. */
  readonly cascade: number
  readonly again: number
  readonly branch: number
  readonly executive: number
  /** The change of an objective with all that it puts up for review. */
  readonly ripple: number
}

/** p95 of the cascade, of a branch of it, of the executive's home and of a change that ripples, in a strategy of this size. */
export function measureCascade(size: CascadeSize): Promise<CascadeFigures> {
  return withThrowAwayDatabase(async (connection) => {
    const fleet = await startFleet({ connection })
    try {
      const channel = await fleet.call('POST', 'channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })
      const organisation = await fleet.call('GET', 'organisation')
      const organisationId = String(organisation.body['id'])
      await seedCascade({ connection, organisationId, channelId: String(channel.body['id']) }, size)
      await analyse(connection)
      const inside = await openInside(connection)
      const call = async (path: string, init: RequestInit = {}) => {
        const headers = { authorization: `Bearer ${fleet.key}`, 'content-type': 'application/json' }
        const response = await inside.fetch(new Request(`${fleet.url}/api/v1/${path}`, { ...init, headers }))
        const text = await response.text()
        if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 200)}`)
        return text
      }
      const list = JSON.parse(await call('objectives?limit=1')) as { items: { id: string }[] }
      const id = list.items[0]?.id ?? ''
      let round = 0
      const touch = () =>
        call(`objectives/${id}`, {
          method: 'PATCH',
          body: JSON.stringify({ ownerId: null, description: `${(round += 1)}` }),
        })
      const figures = {
        cascade: await p95(40, () => call('cascade'), touch),
        again: await p95(60, () => call('cascade')),
        branch: await p95(60, () => call(`cascade/branches?type=objective&id=${id}`)),
        executive: await p95(60, () => call('home/executive?period=quarter')),
        ripple: await p95(30, () =>
          call(`objectives/${id}`, {
            method: 'PATCH',
            body: JSON.stringify({ title: `Changed ${(round += 1)} times` }),
          }),
        ),
      }
      await inside.close()
      return figures
    } finally {
      await fleet.close()
    }
  })
}

/** Rounds before it counts: a server that has just been started runs its code slowly. */
const WARM_UP = 10

async function p95(rounds: number, work: () => Promise<unknown>, before?: () => Promise<unknown>): Promise<number> {
  const figures: number[] = []
  for (let round = 0; round < rounds + WARM_UP; round += 1) {
    await before?.()
    const began = performance.now()
    await work()
    if (round >= WARM_UP) figures.push(performance.now() - began)
  }
  return percentile(figures, 0.95)
}
