import { Temporal } from 'temporal-polyfill'
import { Refusal } from '#contract/refusal.ts'
import { readOrganisation, todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { assembleCoverage, monthsBetween, platformsOf } from '../domain/coverage.ts'
import { checkPeriod } from '../domain/period.ts'
import type { AudiencesInput } from '../input.ts'
import { readCoveredAudiences, readPlatforms, readSaid } from './store-coverage.ts'

const MOST_MONTHS = 24

/**
 * What is said to each audience between two days, by month or platform, and where nobody speaks. A post belongs to the day on
 * which it is due, in the organisation's time zone. Refuses more than 24 months.
 */
export function showCoverage(kernel: Kernel, { organisationId }: Actor, request: AudiencesInput<'coverage'>) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { time_zone: zone } = await readOrganisation(db, organisationId)
    const today = Temporal.PlainDate.from(await todayOfOrganisation(db, organisationId, kernel.clock.now()))
    const { by } = request
    const startsOn = request.startsOn ?? today.with({ day: 1 }).subtract({ months: 5 }).toString()
    const endsOn = request.endsOn ?? today.with({ day: 1 }).add({ months: 2 }).subtract({ days: 1 }).toString()
    checkPeriod(startsOn, endsOn, 'endsOn')
    if (endsOn > Temporal.PlainDate.from(startsOn).add({ months: MOST_MONTHS }).toString())
      throw new Refusal('time.too-far', {}, [{ path: 'endsOn', code: 'time.too-far' }])
    const audiences = await readCoveredAudiences(db, organisationId, { startsOn, endsOn })
    const { facts, posts } = await readSaid(db, {
      organisationId,
      by,
      zone,
      from: beginningOf(startsOn, zone),
      to: beginningOf(Temporal.PlainDate.from(endsOn).add({ days: 1 }).toString(), zone),
    })
    const columns =
      by === 'month'
        ? monthsBetween(startsOn, endsOn)
        : platformsOf(
            [...(await readPlatforms(db, organisationId)), ...facts.flatMap(({ key }) => key ?? [])],
            audiences,
          )
    return { by, startsOn, endsOn, columns, ...assembleCoverage({ by, columns, audiences, facts }), posts }
  })
}

/** The instant at which a day begins in a zone. */
function beginningOf(day: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
}
