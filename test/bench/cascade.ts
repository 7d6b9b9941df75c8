import { startFleet } from '../fleet/fleet.ts'
import { withThrowAwayDatabase } from '../fleet/throw-away-database.ts'
import { openInside } from './calendar-inside.ts'
import { seedCascade, type CascadeSize } from './cascade-seed.ts'
import { percentile } from './figures.ts'
import { analyse } from './seed.ts'

/** Milliseconds at the server, from the request to the last byte of its answer. */
export interface CascadeFigures {
  /** Just after a change: in turn of an objective, a goal, a plan, a task, a campaign and a post; and again while nothing changes. */
  readonly cascade: number
  readonly again: number
  readonly branch: number
  readonly executive: number
  readonly executiveAgain: number
  /** The very first questions to a server that has just been started. */
  readonly cold: { readonly cascade: number; readonly executive: number }
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
      const cold = { cascade: await took(() => call('cascade')), executive: await took(() => call(EXECUTIVE)) }
      const change = (path: string, fields: object) => call(path, { method: 'PATCH', body: JSON.stringify(fields) })
      const first = async (list: string) => {
        const { items } = JSON.parse(await call(`${list}?limit=1`)) as { items: { id: string }[] }
        return `${list}/${items[0]?.id ?? ''}`
      }
      const plan = async (campaign: string) => {
        const planned = await fleet.call('POST', 'posts', {
          channelId: channel.body['id'],
          campaignId: campaign.replace('campaigns/', ''),
          text: 'One more',
          plannedAt: `${new Date().getFullYear() + 1}-06-01T12:00`,
          timeZone: 'UTC',
        })
        return String(planned.body['id'])
      }
      const objective = await first('objectives')
      const id = objective.replace('objectives/', '')
      let round = 0
      const changes = [
        [objective, 'description'],
        [await first('goals'), 'title'],
        [await first('plans'), 'title'],
        [await first('tasks'), 'title'],
        [await first('campaigns'), 'title'],
        [`posts/${await plan(await first('campaigns'))}`, 'text'],
      ] as const
      const touch = () => {
        const [path, field] = changes[(round += 1) % changes.length] ?? changes[0]
        return change(path, { [field]: `Changed ${round} times` })
      }
      const figures = {
        cold,
        cascade: await p95(60, () => call('cascade'), touch),
        again: await p95(60, () => call('cascade')),
        branch: await p95(60, () => call(`cascade/branches?type=objective&id=${id}`)),
        executive: await p95(60, () => call(EXECUTIVE), touch),
        executiveAgain: await p95(60, () => call(EXECUTIVE)),
        ripple: await p95(30, () => change(objective, { title: `Changed ${(round += 1)} times` })),
      }
      await inside.close()
      return figures
    } finally {
      await fleet.close()
    }
  })
}

const EXECUTIVE = 'home/executive?period=quarter'

/** Rounds before it counts: a server that has just been started runs its code slowly. */
const WARM_UP = 10

async function p95(rounds: number, work: () => Promise<unknown>, before?: () => Promise<unknown>): Promise<number> {
  const figures: number[] = []
  for (let round = 0; round < rounds + WARM_UP; round += 1) {
    await before?.()
    const figure = await took(work)
    if (round >= WARM_UP) figures.push(figure)
  }
  return percentile(figures, 0.95)
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
