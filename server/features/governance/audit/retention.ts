import { RetentionKind, type RetentionKind as Kind } from '#contract/audit.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

/** How long each kind of thing is kept. */
export function listRetention(kernel: Kernel, { organisationId }: Actor) {
  return kernel.database.inOrganisation(organisationId, (db) => readRetention(db, organisationId))
}

/** Says how long a kind of thing is kept; null: for ever. What the daily job erases is gone. */
export function setRetention(kernel: Kernel, actor: Actor, { kind, days }: { kind: Kind; days: number | null }) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const old = await db
      .selectFrom('governance_retention_rules')
      .select('days')
      .where('organisation_id', '=', organisationId)
      .where('kind', '=', kind)
      .forUpdate()
      .executeTakeFirst()
    if ((old?.days ?? null) !== days) {
      await saveRule(db, { organisationId, kind, days, by: actor.personId, at: kernel.clock.now() })
      record({
        verb: 'retention.changed',
        subject: { type: 'retention', id: organisationId },
        before: { kind, days: old?.days ?? null },
        after: { kind, days },
      })
    }
    return readRetention(db, organisationId)
  })
}

interface Rule {
  readonly organisationId: string
  readonly kind: Kind
  readonly days: number | null
  readonly by: string | null
  readonly at: Date
}

async function saveRule(db: Db, { organisationId, kind, days, by, at }: Rule): Promise<void> {
  if (days === null) {
    await db
      .deleteFrom('governance_retention_rules')
      .where('organisation_id', '=', organisationId)
      .where('kind', '=', kind)
      .execute()
    return
  }
  const values = { days, changed_by: by, changed_at: at }
  await db
    .insertInto('governance_retention_rules')
    .values({ organisation_id: organisationId, kind, ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'kind']).doUpdateSet(values))
    .execute()
}

async function readRetention(db: Db, organisationId: string) {
  const rows = await db
    .selectFrom('governance_retention_rules as r')
    .leftJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.changed_by'),
    )
    .select(['r.kind', 'r.days', 'r.changed_at', 'p.id as personId', 'p.name as personName'])
    .where('r.organisation_id', '=', organisationId)
    .execute()
  const rules = new Map(rows.map((row) => [row.kind, row]))
  return {
    items: RetentionKind.options.map((kind) => {
      const rule = rules.get(kind)
      return {
        kind,
        days: rule?.days ?? null,
        changedAt: rule?.changed_at.toISOString() ?? null,
        changedBy: rule?.personId == null ? null : { id: rule.personId, name: rule.personName ?? '' },
      }
    }),
  }
}
