import type { Db } from '#server/kernel/database/database.ts'
import { changedAny, changesSince } from '#server/kernel/events/changes-since.ts'
import { countOrphanPosts, countOrphans, type Orphans } from './store-executive.ts'

const KEPT = 60
type Memory = Map<string, { readonly position: string; readonly orphans: Orphans }>
const memories = new WeakMap<object, Memory>()

/** What may leave posts alone, or no longer: whatever is about posts, and about what they serve. */
const OF_LINES = ['objective', 'goal', 'campaign', 'sample', 'organisation']
const OF_POSTS = ['post', 'delivery', 'channel', 'stop', 'goal', 'campaign', 'sample', 'organisation', 'retention']

/** The fields of a change that may do so; a post that is moved says so by another verb. */
const FIELDS = ['objectiveIds', 'goalIds', 'campaignId', 'state']

/** Records that serve nothing above them, counted again only after an event that may have changed it. */
export async function recallOrphans(keeper: object, db: Db, organisationId: string, from: Date): Promise<Orphans> {
  const memory: Memory = memories.get(keeper) ?? new Map()
  memories.set(keeper, memory)
  const name = `${organisationId} ${from.toISOString()}`
  const known = memory.get(name)
  const { position, touched } = await changesSince(db, organisationId, known?.position ?? null)
  const still = (subjects: readonly string[]): boolean =>
    touched !== null && !touched.some((touch) => subjects.includes(touch.subject) && changedAny(touch, FIELDS))
  const lines = known !== undefined && still(OF_LINES) ? known.orphans : await countOrphans(db, organisationId)
  const posts =
    known !== undefined && still(OF_POSTS) ? known.orphans.posts : await countOrphanPosts(db, organisationId, from)
  const orphans = { ...lines, posts }
  memory.delete(name)
  if (position !== null) memory.set(name, { position, orphans })
  for (const oldest of memory.keys()) if (memory.size > KEPT) memory.delete(oldest)
  return orphans
}
