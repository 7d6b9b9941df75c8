import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { compileRules, type CompiledRules } from '../domain/rules/compile-rules.ts'
import type { Pack } from '../domain/rules/draft.ts'
import { bodyOf } from './show-pack.ts'
import { selectRules } from './store.ts'

interface Prepared {
  readonly version: number
  readonly rules: CompiledRules
}

const MOST_ORGANISATIONS = 20
/** By kernel, so that servers in one process do not mix; within it the organisations asked for last. */
const prepared = new WeakMap<Kernel, Map<string, Prepared>>()

/** The organisation's rules, ready for use: prepared once for each state of them. */
export async function loadRules(
  kernel: Kernel,
  db: Db,
  organisationId: string,
  version: number,
): Promise<CompiledRules> {
  const known = prepared.get(kernel) ?? new Map<string, Prepared>()
  prepared.set(kernel, known)
  const found = known.get(organisationId)
  known.delete(organisationId)
  const rules = found?.version === version ? found.rules : await prepare(db, organisationId)
  known.set(organisationId, { version, rules })
  const oldest = known.keys().next().value
  if (known.size > MOST_ORGANISATIONS && oldest !== undefined) known.delete(oldest)
  return rules
}

async function prepare(db: Db, organisationId: string): Promise<CompiledRules> {
  const packs = await readPacks(db, organisationId)
  const secrets = await db
    .selectFrom('governance_confidential_entries')
    .select(['id', 'terms', 'aliases', 'embargo_until', 'contact'])
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  const asksDays = packs.some((pack) => pack.rules.some(({ definition }) => definition.kind === 'days'))
  return compileRules(
    packs,
    secrets.map((row) => ({
      id: row.id,
      words: [...row.terms, ...row.aliases],
      embargoUntil: row.embargo_until,
      contact: row.contact,
    })),
    asksDays ? (await import('date-holidays')).default : null,
  )
}

/** The packs and rules that are on; of one pack alone where it is named, on or off. */
export async function readPacks(
  db: Db,
  organisationId: string,
  packId: string | null = null,
): Promise<readonly Pack[]> {
  const packs = await db
    .selectFrom('governance_rule_packs')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .$if(packId === null, (query) => query.where('enabled', '=', true))
    .$if(packId !== null, (query) => query.where('id', '=', packId ?? ''))
    .orderBy(sql`kind = 'region'`)
    .orderBy('id')
    .execute()
  const rules = await selectRules(
    db,
    organisationId,
    packs.map(({ id }) => id),
  )
  return packs.map((pack) => ({
    id: pack.id,
    title: pack.title,
    kind: pack.kind as Pack['kind'],
    countries: pack.countries,
    unitIds: pack.unit_ids,
    rules: rules
      .filter((rule) => rule.pack_id === pack.id && rule.enabled)
      .map((rule) => ({ ...bodyOf(rule), id: rule.id, version: rule.version })),
  }))
}
