import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { comparePolicies } from '../domain/policy-text.ts'
import type { Input } from '../input.ts'
import { findPolicy, seesDrafts } from './hold-policy.ts'
import { showPolicy, showVersion, showVersionHead } from './show-policy.ts'
import { textOf } from './store.ts'
import { selectVersion, selectVersions } from './store-versions.ts'

/** One policy. Refuses `record.not-found`, also for a draft of others. */
export function readPolicy(kernel: Kernel, actor: Actor, id: string) {
  return kernel.database.inOrganisation(actor.organisationId, async (db) =>
    showPolicy(await findPolicy(db, actor, id), seesDrafts(actor)),
  )
}

/** The published versions of a policy, newest first, with how many people accepted each. */
export function listVersions(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    await findPolicy(db, actor, id)
    const rows = await selectVersions(db, { organisationId, id })
    return { items: rows.map((row) => ({ ...showVersionHead(row), accepted: row.accepted })) }
  })
}

/** The text of one published version. */
export function readVersion(kernel: Kernel, actor: Actor, { id, number }: Input<'policies', 'version'>) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    await findPolicy(db, actor, id)
    const row = await selectVersion(db, { organisationId, id }, number)
    if (row === null) throw new Refusal('record.not-found')
    return showVersion(row)
  })
}

/** What changed from one version to another, or to the draft, which only those see who change policies. */
export function compareVersions(
  kernel: Kernel,
  actor: Actor,
  { id, from, to, language }: Input<'policies', 'comparison'>,
) {
  const policy = { organisationId: actor.organisationId, id }
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const row = await findPolicy(db, actor, id)
    const before = await selectVersion(db, policy, from ?? (to === undefined ? (row.current ?? 0) : to - 1))
    const after =
      to === undefined ? (seesDrafts(actor) ? row.draft : null) : (await selectVersion(db, policy, to))?.content
    if (before === null || after === null || after === undefined) throw new Refusal('record.not-found')
    return { items: comparePolicies(textOf(before.content), textOf(after), language) }
  })
}
