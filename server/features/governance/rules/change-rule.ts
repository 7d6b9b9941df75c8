import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { checkPatterns, checkUnits } from './check-rule.ts'
import { holdPack } from './hold-pack.ts'
import { bodyColumns, ruleFacts, showRule, type ShownRule } from './show-pack.ts'
import { countChange, insertRules, selectRule, updatePack, updateRule } from './store.ts'

/** More rules in one pack than anybody reads. */
const MOST_RULES = 2000

/** Adds a rule to a pack. */
export function createRule(
  kernel: Kernel,
  actor: Actor,
  { id: packId, enabled, ...body }: Input<'rules', 'createRule'>,
) {
  const { organisationId } = actor
  checkPatterns([{ path: '', body }])
  return change(kernel, actor, async ({ db, record }) => {
    const pack = await holdPack(db, organisationId, packId)
    if (pack.items.length >= MOST_RULES) throw new Refusal('request.too-large')
    await checkUnits(db, organisationId, body.unitIds)
    const id = kernel.clock.newId()
    await insertRules(db, [
      {
        organisation_id: organisationId,
        id,
        pack_id: packId,
        enabled,
        ...bodyColumns(body),
        created_at: kernel.clock.now(),
      },
    ])
    await touch(kernel, db, organisationId, packId)
    const { rule } = await holdAnyRule(db, organisationId, id)
    record({
      verb: 'rule.created',
      subject: { type: 'rule', id, title: rule.title },
      before: null,
      after: ruleFacts(rule),
    })
    return rule
  })
}

/** Changes a rule, or turns it on and off. Waivers of its findings end, since it says something else now. */
export function changeRule(kernel: Kernel, context: RequestContext, { id, ...fields }: Input<'rules', 'changeRule'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  if (fields.definition !== undefined) checkPatterns([{ path: '', body: { definition: fields.definition } }])
  return change(kernel, actor, async ({ db, record }) => {
    const before = await holdRule(db, organisationId, id)
    expectVersion(context, before.version)
    const next = withGiven(ruleFacts(before), fields)
    const changed = changedFields(ruleFacts(before), next)
    if (changed === null) return before
    if (fields.unitIds !== undefined) await checkUnits(db, organisationId, fields.unitIds)
    await updateRule(db, organisationId, id, { ...bodyColumns(next), enabled: next.enabled })
    await touch(kernel, db, organisationId, before.packId)
    record({ verb: 'rule.changed', subject: { type: 'rule', id, title: next.title }, ...changed })
    return holdRule(db, organisationId, id)
  })
}

/** Takes a rule out of its pack. Undone by restoreRule. */
export function removeRule(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const rule = await holdRule(db, organisationId, id)
    expectVersion(context, rule.version)
    await updateRule(db, organisationId, id, { removed_at: kernel.clock.now() })
    await touch(kernel, db, organisationId, rule.packId)
    record({
      verb: 'rule.removed',
      subject: { type: 'rule', id, title: rule.title },
      before: ruleFacts(rule),
      after: null,
    })
    return { id }
  })
}

/** Brings a removed rule back as it was. One that is there stays as it is. */
export function restoreRule(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const { rule, removed } = await holdAnyRule(db, organisationId, id)
    if (!removed) return rule
    await updateRule(db, organisationId, id, { removed_at: null })
    await touch(kernel, db, organisationId, rule.packId)
    record({
      verb: 'rule.restored',
      subject: { type: 'rule', id, title: rule.title },
      before: null,
      after: ruleFacts(rule),
    })
    return holdRule(db, organisationId, id)
  })
}

async function holdAnyRule(db: Db, organisationId: string, id: string): Promise<{ rule: ShownRule; removed: boolean }> {
  const row = await selectRule(db, organisationId, id)
  if (row === null) throw new Refusal('record.not-found')
  return { rule: showRule(row), removed: row.removed_at !== null }
}

/** One rule held for the change that follows. Refuses `record.not-found`, also for one that was removed. */
async function holdRule(db: Db, organisationId: string, id: string): Promise<ShownRule> {
  const { rule, removed } = await holdAnyRule(db, organisationId, id)
  if (removed) throw new Refusal('record.not-found')
  return rule
}

async function touch(kernel: Kernel, db: Db, organisationId: string, packId: string): Promise<void> {
  await updatePack(db, organisationId, packId, { changed_at: kernel.clock.now() })
  await countChange(db, organisationId)
}
