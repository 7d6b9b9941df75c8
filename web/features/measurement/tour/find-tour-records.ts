import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'
import { api, asProblem } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import type { TourIds } from './kept-ids.ts'

type Answers = InferContractRouterOutputs<Contract>

/** The chain that the tour builds; null from the first part that is missing on. */
export interface TourRecords {
  readonly objective: Answers['strategy']['objective'] | null
  readonly goal: Answers['strategy']['goal'] | null
  readonly campaign: Answers['content']['campaign'] | null
  readonly piece: Answers['content']['piece'] | null
  readonly post: Answers['publishing']['post'] | null
  readonly newsroom: Answers['publishing']['channel'] | null
}

/** Finds the tour's records by the ids that were kept; where none were, the newest chain that the lists have. */
export async function findTourRecords(kept: TourIds | null): Promise<TourRecords> {
  const [chain, newsroom] = await Promise.all([kept === null ? searchChain() : readChain(kept), findNewsroom()])
  return { ...chain, newsroom }
}

async function findNewsroom(): Promise<TourRecords['newsroom']> {
  const channels = await everyPage((page) => api.publishing.channels(page))
  return channels.find((channel) => channel.platform === 'newsroom' && channel.state === 'connected') ?? null
}

/** A record that was removed since is as if it had not been made. */
async function orNull<Found>(id: string | undefined, read: (id: string) => Promise<Found>): Promise<Found | null> {
  if (id === undefined) return null
  try {
    return await read(id)
  } catch (error) {
    if (asProblem(error).status === 404) return null
    throw error
  }
}

async function readChain(kept: TourIds): Promise<Omit<TourRecords, 'newsroom'>> {
  const [objective, goal, campaign, piece, post] = await Promise.all([
    orNull(kept.objective, (id) => api.strategy.objective({ id })),
    orNull(kept.goal, (id) => api.strategy.goal({ id })),
    orNull(kept.campaign, (id) => api.content.campaign({ id })),
    orNull(kept.piece, (id) => api.content.piece({ id })),
    orNull(kept.post, (id) => api.publishing.post({ id })),
  ])
  return { objective, goal, campaign, piece, post }
}

async function searchChain(): Promise<Omit<TourRecords, 'newsroom'>> {
  const first = async <Item>(page: Promise<{ items: readonly Item[] }>): Promise<Item | null> =>
    (await page).items[0] ?? null
  const objective = await first(api.strategy.objectives({ limit: 1 }))
  const goal = objective && (await first(api.strategy.goals({ objectiveId: objective.id, limit: 1 })))
  const campaign = goal && (await first(api.content.campaigns({ goalId: goal.id, limit: 1 })))
  const piece = campaign && (await first(api.content.pieces({ campaignId: campaign.id, limit: 1 })))
  const posts = piece && (await api.publishing.posts({ pieceId: piece.id, limit: 50 })).items
  const post = posts?.find(({ channel }) => channel.platform === 'newsroom') ?? null
  return { objective, goal, campaign, piece, post }
}
