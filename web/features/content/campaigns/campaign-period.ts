export type PeriodState = 'now' | 'coming' | 'past'

interface Period {
  readonly startsOn: string
  readonly endsOn: string
}

/** Whether a campaign runs on a day (`YYYY-MM-DD`), both ends included. */
export function periodState({ startsOn, endsOn }: Period, today: string): PeriodState {
  if (today < startsOn) return 'coming'
  return today > endsOn ? 'past' : 'now'
}

/** What runs first (ending soonest), then what comes (starting soonest), then what is over (latest first). */
export function byPeriod<One extends Period>(campaigns: readonly One[], today: string): readonly One[] {
  const of = (state: PeriodState) => campaigns.filter((campaign) => periodState(campaign, today) === state)
  return [
    ...of('now').sort((left, right) => left.endsOn.localeCompare(right.endsOn)),
    ...of('coming').sort((left, right) => left.startsOn.localeCompare(right.startsOn)),
    ...of('past').sort((left, right) => right.endsOn.localeCompare(left.endsOn)),
  ]
}
