import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { checkUnits } from './check-rule.ts'
import { findAnyPack, findPack, holdPack } from './hold-pack.ts'
import { packFacts, ruleFacts } from './show-pack.ts'
import { countChange, lockPack, updatePack } from './store.ts'

/** Changes what a pack is for and where it holds, or turns it on and off. */
export function changePack(kernel: Kernel, context: RequestContext, { id, ...fields }: Input<'rules', 'changePack'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const before = await holdPack(db, organisationId, id)
    expectVersion(context, before.version)
    const next = withGiven(packFacts(before), fields)
    const changed = changedFields(packFacts(before), next)
    if (changed === null) return before
    if (fields.unitIds !== undefined) await checkUnits(db, organisationId, fields.unitIds)
    await updatePack(db, organisationId, id, {
      title: next.title,
      description: next.description,
      countries: next.countries,
      unit_ids: next.unitIds,
      sources: JSON.stringify(next.sources),
      enabled: next.enabled,
      changed_at: kernel.clock.now(),
    })
    await countChange(db, organisationId)
    record({ verb: 'rule-pack.changed', subject: { type: 'rule-pack', id, title: next.title }, ...changed })
    return findPack(db, organisationId, id)
  })
}

/** Takes a pack with its rules out of use. Undone by restorePack. */
export function removePack(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const pack = await holdPack(db, organisationId, id)
    expectVersion(context, pack.version)
    await updatePack(db, organisationId, id, { removed_at: kernel.clock.now() })
    await countChange(db, organisationId)
    record({
      verb: 'rule-pack.removed',
      subject: { type: 'rule-pack', id, title: pack.title },
      before: packFacts(pack),
      after: null,
    })
    return { id }
  })
}

/** Brings a removed pack back as it was. One that is there stays as it is. */
export function restorePack(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockPack(db, organisationId, id)
    const { pack, removed } = await findAnyPack(db, organisationId, id)
    if (!removed) return pack
    await updatePack(db, organisationId, id, { removed_at: null })
    await countChange(db, organisationId)
    record({
      verb: 'rule-pack.restored',
      subject: { type: 'rule-pack', id, title: pack.title },
      before: null,
      after: packFacts(pack),
    })
    return findPack(db, organisationId, id)
  })
}

/** A pack as a file, without what belongs to one organisation. */
export function exportPack(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { kind, title, description, countries, sources, items } = await findPack(db, organisationId, id)
    if (items.length > 2000) throw new Refusal('request.too-large')
    return {
      format: 'tutti-rule-pack-1' as const,
      pack: { kind, title, description, countries, sources, unitIds: [] },
      rules: items.map((rule) => ({ ...ruleFacts(rule), unitIds: [] })),
    }
  })
}
