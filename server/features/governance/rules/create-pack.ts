import type { z } from 'zod'
import { unknownReference } from '#contract/refusal.ts'
import type { PackDocument } from '#contract/rules.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { checkPatterns, checkUnits } from './check-rule.ts'
import { findPack } from './hold-pack.ts'
import { readyPacks } from './ready/index.ts'
import { bodyColumns, packFacts, type Body } from './show-pack.ts'
import { countChange, insertPack, insertRules } from './store.ts'

interface NewPack {
  readonly readyKey: string | null
  readonly kind: 'brand' | 'region'
  readonly title: string
  readonly description: string
  readonly countries: readonly string[]
  readonly unitIds: readonly string[]
  readonly sources: readonly { readonly title: string; readonly url: string | null }[]
  readonly rules: readonly (Body & { readonly enabled: boolean })[]
}

/** Adds an empty pack, or one of the ready ones in the language of whoever asks. */
export function createPack(kernel: Kernel, actor: Actor, input: Input<'rules', 'createPack'>) {
  if ('readyKey' in input) {
    const ready = readyPacks(actor.language).find(({ key }) => key === input.readyKey)
    if (ready === undefined) throw unknownReference('readyKey')
    return addPack(kernel, actor, { ...ready.pack, unitIds: [], readyKey: ready.key, rules: ready.rules })
  }
  const { kind, title, description = '', countries = [], unitIds = [], sources = [] } = input
  return addPack(kernel, actor, { readyKey: null, kind, title, description, countries, unitIds, sources, rules: [] })
}

/** Adds a pack from a file. What is wrong with it is named by its path. */
export function importPack(kernel: Kernel, actor: Actor, { pack, rules }: z.output<typeof PackDocument>) {
  const { kind, title, description = '', countries = [], sources = [] } = pack
  checkPatterns(rules.map((body, place) => ({ path: `rules.${place}.`, body })))
  // Units belong to one organisation: in another they would limit a rule to nowhere.
  return addPack(kernel, actor, {
    readyKey: null,
    kind,
    title,
    description,
    countries,
    unitIds: [],
    sources,
    rules: rules.map((rule) => ({ ...rule, unitIds: [] })),
  })
}

function addPack(kernel: Kernel, actor: Actor, pack: NewPack) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await checkUnits(db, organisationId, pack.unitIds)
    const id = await plantPack(kernel, db, organisationId, pack)
    const made = await findPack(db, organisationId, id)
    record({
      verb: 'rule-pack.created',
      subject: { type: 'rule-pack', id, title: made.title },
      before: null,
      after: { ...packFacts(made), rules: made.rules },
    })
    return made
  })
}

/** Writes a pack with its rules and answers with its id. Records nothing. */
export async function plantPack(kernel: Kernel, db: Db, organisationId: string, pack: NewPack): Promise<string> {
  const id = kernel.clock.newId()
  const now = kernel.clock.now()
  await insertPack(db, {
    organisation_id: organisationId,
    id,
    kind: pack.kind,
    title: pack.title,
    description: pack.description,
    countries: [...pack.countries],
    unit_ids: [...pack.unitIds],
    sources: JSON.stringify(pack.sources),
    ready_key: pack.readyKey,
    created_at: now,
    changed_at: now,
  })
  await insertRules(
    db,
    pack.rules.map((rule) => ({
      organisation_id: organisationId,
      id: kernel.clock.newId(),
      pack_id: id,
      enabled: rule.enabled,
      ...bodyColumns(rule),
      created_at: now,
    })),
  )
  await countChange(db, organisationId)
  return id
}
