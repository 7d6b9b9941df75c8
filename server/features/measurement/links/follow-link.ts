import { slugOf } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { repeatedClick } from '../domain/repeated-click.ts'
import { addressWithOrigin } from '../domain/target-address.ts'
import type { Needs } from '../needs.ts'
import { enterLink, insertClick, lockEarlierClicks, makeVisitorKey, type ClickPlace } from './store-clicks.ts'
import { findLink, type LinkRow } from './store-links.ts'
import { makeDayKey, visitorOf } from './visitor.ts'

export interface Visit {
  readonly code: string
  readonly address: string
  readonly userAgent: string
  readonly referrerHost: string | null
  readonly robot: boolean
}

/**
 * Counts a visit and answers where it leads: the stored target with where the visitor comes from and the click's id. Null when
 * there is no such link. One transaction; a double click counts once.
 */
export function followLink(kernel: Needs, visit: Visit): Promise<string | null> {
  return kernel.database.lookUp(visit.code, async (db) => {
    const link = await findLink(db, visit.code)
    if (link === null) return null
    const now = kernel.clock.now()
    const place = await enterLink(db, link, now)
    if (place === null) return null
    const clickId = await countClick(db, { link, place, visit, now, newId: kernel.clock.newId })
    return addressWithOrigin(link.target, {
      source: place.platform,
      campaign: campaignName(place.campaign),
      content: link.postId,
      clickId,
    })
  })
}

interface Arrival {
  readonly link: LinkRow
  readonly place: ClickPlace
  readonly visit: Visit
  readonly now: Date
  readonly newId: () => string
}

async function countClick(db: Db, { link, place, visit, now, newId }: Arrival): Promise<string> {
  const { organisationId } = link
  const key = place.visitorKey ?? (await makeVisitorKey(db, organisationId, place.day, makeDayKey()))
  const visitor = visitorOf(key, visit.address, visit.userAgent)
  const who = { organisationId, linkId: link.id, visitor, robot: visit.robot }
  const repeated = repeatedClick(await lockEarlierClicks(db, who), now)
  if (repeated !== null) return repeated.id
  const id = newId()
  await insertClick(db, { ...who, id, postId: link.postId, at: now, referrerHost: visit.referrerHost })
  return id
}

function campaignName(title: string | null): string {
  if (title === null) return 'none'
  const slug = slugOf(title)
  // A title without a Latin letter or digit leaves the slug of nothing.
  return slug === slugOf('') ? 'campaign' : slug
}
