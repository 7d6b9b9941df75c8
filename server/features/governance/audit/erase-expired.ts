import { sql } from 'kysely'
import { OTHER_RETENTION } from '#contract/audit.ts'
import { systemActor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { eraseViews } from './erase-views.ts'
import { readKept } from './legal-holds.ts'
import type { AuditPorts, Erase } from './ports.ts'

const DAY_MS = 86_400_000
/** Each batch is a transaction and an event of its own. */
const BATCH = 10_000

/** Erases, in every organisation, what its rules no longer keep and no hold protects. Says in an event what and how much. */
export async function eraseExpired(kernel: Kernel, ports: AuditPorts): Promise<void> {
  const ids = await kernel.database.dispatching((db) =>
    db.selectFrom('organisations').select('organisation_id').execute(),
  )
  for (const { organisation_id: organisationId } of ids) {
    const rules = await kernel.database.inOrganisation(organisationId, (db) =>
      db
        .selectFrom('governance_retention_rules')
        .select(['kind', 'days'])
        .where('organisation_id', '=', organisationId)
        .orderBy('kind')
        .execute(),
    )
    for (const { kind, days } of rules) {
      const rule = { organisationId, kind, before: new Date(kernel.clock.now().getTime() - days * DAY_MS) }
      while ((await eraseBatch(kernel, ports, rule)) === BATCH);
    }
  }
}

interface Rule {
  readonly organisationId: string
  readonly kind: string
  readonly before: Date
}

function eraseBatch(kernel: Kernel, ports: AuditPorts, { organisationId, kind, before }: Rule): Promise<number> {
  return change(kernel, systemActor(organisationId), async ({ db, record }) => {
    const id = kernel.clock.newId()
    const erased = kind.startsWith('events.')
      ? await eraseContents(db, { organisationId, id, type: kind.slice('events.'.length), before })
      : await eraseElsewhere(db, ports, { organisationId, kind, before })
    if (erased.count > 0)
      record({
        id,
        verb: 'retention.erased',
        subject: { type: 'retention', id: organisationId },
        after: { kind, before: before.toISOString(), ...erased },
      })
    return erased.count
  })
}

/** The digest lets a verification tell these events from such whose contents somebody else made away with. */
async function eraseContents(
  db: Db,
  { organisationId, id, type, before }: { organisationId: string; id: string; type: string; before: Date },
) {
  const { rows } = await sql<{ count: number; first: number | null; last: number | null; digest: string }>`
    select erased as count, first_position as first, last_position as last, digest
    from erase_event_contents(${organisationId}, ${id}, ${type}, ${before}, ${BATCH})`.execute(db)
  return rows[0] ?? { count: 0, first: null, last: null, digest: '' }
}

async function eraseElsewhere(db: Db, ports: AuditPorts, { organisationId, kind, before }: Rule) {
  const erasers: Readonly<Record<(typeof OTHER_RETENTION)[number], Erase>> = {
    notices: ports.notices,
    attempts: ports.attempts,
    'confidential-views': eraseViews,
  }
  const name = OTHER_RETENTION.find((one) => one === kind)
  if (name === undefined) return { count: 0 }
  return {
    count: await erasers[name](db, { organisationId, before, most: BATCH, kept: await readKept(db, organisationId) }),
  }
}
