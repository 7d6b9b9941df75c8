import type { z } from 'zod'
import type { PlanDifference } from '#contract/plan-records.ts'
import { PLAN_SECTIONS } from '#contract/plan-sections.ts'
import { wordDifference } from '#server/features/governance/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { translate } from '#server/kernel/translate.ts'
import { compareBlocks } from '../domain/plan-comparison.ts'
import type { PlanSnapshot, TakenSection } from '../domain/plan-content.ts'
import type { DocumentInput } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'
import { findVersion } from './find-version.ts'
import { findDocument } from './hold-document.ts'
import { inWords } from './in-words.ts'
import { readerOf } from './read-document.ts'
import { textIn, type Reader } from './show-content.ts'
import { snapshotOf } from './show-version.ts'
import { EMPTY, takeSnapshot } from './take-snapshot.ts'

type Difference = z.infer<typeof PlanDifference>
type SectionDifference = Difference['sections'][number]

/** What changed from one version to another, or to what the plan says now. */
export function compareVersions(
  needs: StrategyNeeds,
  actor: Actor,
  { from, to, language }: DocumentInput<'comparison'>,
): Promise<Difference> {
  const { organisationId } = actor
  return needs.kernel.database.inOrganisation(organisationId, async (db) => {
    const before = snapshotOf(await findVersion(db, organisationId, from))
    const after =
      to === undefined
        ? await takeSnapshot(db, needs, organisationId, await findDocument(db, organisationId))
        : snapshotOf(await findVersion(db, organisationId, to))
    const reader = readerOf(actor, language)
    return {
      title: wordDifference(textIn(before.title, language).text, textIn(after.title, language).text),
      sections: PLAN_SECTIONS.map((key) => compareSection(sectionOf(before, key), sectionOf(after, key), reader)),
    }
  })
}

function sectionOf({ sections }: PlanSnapshot, key: TakenSection['key']): TakenSection {
  return sections.find((section) => section.key === key) ?? { key, texts: EMPTY, blocks: [] }
}

function compareSection(before: TakenSection, after: TakenSection, { language, budget }: Reader): SectionDifference {
  const text = wordDifference(textIn(before.texts, language).text, textIn(after.texts, language).text)
  const seen = ({ blocks }: TakenSection) => blocks.filter((block) => budget || !block.budget)
  const records = compareBlocks(seen(before), seen(after)).map(({ id, room, name, state, changes }) => ({
    id,
    room,
    roomTitle: translate(language, `document:room.${room}`),
    name: inWords(name, language),
    state,
    changes: changes.map((change) => ({
      column: change.column === null ? inWords(name, language) : translate(language, change.column),
      before: inWords(change.before, language),
      after: inWords(change.after, language),
    })),
  }))
  const changed = records.length > 0 || text.some(({ kind }) => kind !== 'same')
  return {
    key: after.key,
    title: translate(language, `document:section.${after.key}`),
    state: changed ? 'changed' : 'same',
    text: changed ? text : [],
    records,
  }
}
