import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { calendarOf } from './calendar.ts'
import { collectMeasures } from './collection/collect-measures.ts'
import type { MeterOf } from './collection/meter-port.ts'
import { readOrganisationIds } from './collection/store-schedules.ts'
import { forgetVisitorKeys } from './links/store-clicks.ts'
import type { Needs } from './needs.ts'

export interface MeasurementPorts {
  readonly meterOf: MeterOf
}

/** Registers measurement's background work: asking platforms every minute, and forgetting visitors of days before. */
export function registerMeasurementJobs(kernel: Kernel, ports: MeasurementPorts): void {
  kernel.jobs.every('measurement.collect', '* * * * *', () => collectMeasures(kernel, ports.meterOf))
  kernel.jobs.every('measurement.forget-visitors', '7 * * * *', () => forgetVisitors(kernel))
}

/** Deletes the visitor keys of days that are over in each organisation's time zone. */
export async function forgetVisitors(kernel: Needs): Promise<void> {
  for (const organisationId of await kernel.database.dispatching(readOrganisationIds)) {
    await kernel.database.inOrganisation(organisationId, async (db) => {
      const { time_zone: zone } = await readOrganisation(db, organisationId)
      await forgetVisitorKeys(db, organisationId, calendarOf(zone, kernel.clock.now()).today)
    })
  }
}
