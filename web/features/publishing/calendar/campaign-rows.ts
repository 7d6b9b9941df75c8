import type { CalendarCampaign } from '../records.ts'

/** A campaign's bar within one week: columns 0 to 6, and whether it goes on to either side. */
export interface CampaignBar {
  readonly campaign: CalendarCampaign
  readonly from: number
  readonly to: number
  readonly row: number
  readonly before: boolean
  readonly after: boolean
  /** Its place among all campaigns, so that it keeps its colour from week to week. */
  readonly place: number
}

/** Packs the campaigns of a week into as few rows as possible, earlier ones above. */
export function campaignRows(campaigns: readonly CalendarCampaign[], week: readonly string[]): readonly CampaignBar[] {
  const first = week[0] ?? ''
  const last = week.at(-1) ?? ''
  const ends: number[] = []
  const bars: CampaignBar[] = []
  const ordered = campaigns
    .map((campaign, place) => ({ campaign, place }))
    .filter(({ campaign }) => campaign.startsOn <= last && campaign.endsOn >= first)
    .sort(
      (one, other) =>
        one.campaign.startsOn.localeCompare(other.campaign.startsOn) ||
        one.campaign.id.localeCompare(other.campaign.id),
    )
  for (const { campaign, place } of ordered) {
    const from = Math.max(0, week.indexOf(campaign.startsOn))
    const to = campaign.endsOn > last ? week.length - 1 : week.indexOf(campaign.endsOn)
    const free = ends.findIndex((end) => end < from)
    const row = free === -1 ? ends.length : free
    ends[row] = to
    bars.push({ campaign, from, to, row, before: campaign.startsOn < first, after: campaign.endsOn > last, place })
  }
  return bars
}
