import { sql, type RawBuilder } from 'kysely'
import type { Action } from '#contract/actions.ts'
import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Standing } from '#server/kernel/facts.ts'

interface Columns {
  readonly channel: string
  readonly campaign: string
}

/** What belongs to a channel and perhaps to a campaign. */
interface Placed {
  readonly channelId: string
  readonly campaignId: string | null
}

/** What a guest from an agency sees of posts: those on channels it was given, unless they belong to another campaign. Everybody else sees all. */
export function postSeen({ facts }: Standing, { channel, campaign }: Columns): RawBuilder<boolean> {
  const { agency } = facts
  if (agency === null) return sql<boolean>`true`
  return sql<boolean>`(${sql.ref(channel)} = any(${[...agency.channelIds]}::uuid[])
    and (${sql.ref(campaign)} is null or ${sql.ref(campaign)} = any(${[...agency.campaignIds]}::uuid[])))`
}

/** Whether somebody sees a post on this channel for this campaign. */
export function seesPost({ facts }: Standing, { channelId, campaignId }: Placed): boolean {
  const { agency } = facts
  if (agency === null) return true
  return agency.channelIds.includes(channelId) && (campaignId === null || agency.campaignIds.includes(campaignId))
}

/** Refuses, as if it were not there, a post that a guest was not given. */
export function seePost(standing: Standing, post: Placed): void {
  if (!seesPost(standing, post)) throw new Refusal('record.not-found')
}

/** The channels a guest was given, as a condition. */
export function channelSeen({ facts }: Standing, column: string): RawBuilder<boolean> {
  return facts.agency === null
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(column)} = any(${[...facts.agency.channelIds]}::uuid[])`
}

/** Refuses, as if it were not there, a channel that a guest was not given. */
export function seeChannel({ facts }: Standing, id: string): void {
  if (facts.agency !== null && !facts.agency.channelIds.includes(id)) throw new Refusal('record.not-found')
}

/** What a guest from an agency sees of content: the campaigns it was given and what belongs to them. Everybody else sees all. */
export function campaignSeen({ facts }: Standing, column: string): RawBuilder<boolean> {
  return facts.agency === null
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(column)} = any(${[...facts.agency.campaignIds]}::uuid[])`
}

/** Refuses, as if it were not there, what belongs to a campaign that a guest was not given, or to none. */
export function seeCampaign({ facts }: Standing, campaignId: string | null | undefined): void {
  if (facts.agency === null) return
  if (campaignId == null || !facts.agency.campaignIds.includes(campaignId)) throw new Refusal('record.not-found')
}

/** Refuses a draft for channels or a campaign that a guest was not given, as if these were not there. */
export function checkGiven(
  { facts: { agency } }: Standing,
  {
    channelIds,
    campaignId,
  }: { readonly channelIds: readonly string[]; readonly campaignId?: string | null | undefined },
): void {
  if (agency === null) return
  if (channelIds.some((id) => !agency.channelIds.includes(id))) throw unknownReference('channelIds')
  if (campaignId != null && !agency.campaignIds.includes(campaignId)) throw unknownReference('campaignId')
}

/** Refuses guests what is about the whole organisation and cannot be cut down to what they were given. `action`: the route's right. */
export function refuseGuest({ facts: { agency } }: Actor, action: Action): void {
  if (agency === null) return
  throw new Refusal('right.agency-limit', { agency: agency.name, endsOn: agency.endsOn, action, roles: '' })
}
