import { fillStrategy, type FilledStrategy } from './fill-strategy.ts'
import { fillWorld, makerOf, type Filled } from './fill-world.ts'
import type { World } from './world.ts'

export interface Everything extends Filled, FilledStrategy {
  /** A position at the company, to report to. */
  readonly superiorId: string
  readonly apiKeyId: string
  /** Of a post about health, which waits for it. */
  readonly approvalId: string
  readonly commentId: string
  readonly linkId: string
  readonly holdId: string
  /** A drill. */
  readonly stopId: string
}

/** A record of every kind that an address can name. */
export async function fillEverything(world: World): Promise<Everything> {
  const filled = await fillWorld(world)
  const make = makerOf(world)
  const waitingId = await make('posts', {
    channelId: filled.channelId,
    text: 'It cures colds',
    plannedAt: new Date(world.kernel.clock.now().getTime() + 200 * 86_400_000).toISOString(),
    timeZone: 'UTC',
  })
  const requests = await world.admin.call('GET', `/api/v1/posts/${waitingId}/approvals`)
  const approvalId = String(requests.at('items.0.id'))
  await make(`approvals/${approvalId}/comments`, { start: 3, end: 8, text: 'A claim', suggestion: 'soothes' })
  const commented = await world.admin.call('GET', `/api/v1/approvals/${approvalId}`)
  return {
    ...filled,
    ...(await fillStrategy(world, make, filled)),
    superiorId: await make('positions', { unitId: filled.companyId, title: 'Head of communication' }),
    apiKeyId: await make('api-keys', { name: 'Reads posts', scopes: ['posts.read'] }),
    approvalId,
    commentId: String(commented.at('comments.0.id')),
    linkId: await make(`approvals/${approvalId}/links`, { name: 'A client' }),
    holdId: await make('audit/holds', { reason: 'Case 12', from: '2026-01-01T00:00:00Z' }),
    stopId: await make('stops', { scope: { kind: 'organisation' }, reason: 'A drill', drill: true }),
  }
}
