import type { z } from 'zod'
import type { ACCEPTANCE_STATES, Policy, PolicySummary, PolicyVersion } from '#contract/policies.ts'
import type { PolicyText } from '../domain/policy-text.ts'
import { textOf, type PolicyRow } from './store.ts'

export type ShownPolicy = z.infer<typeof Policy>
export type ShownSummary = z.infer<typeof PolicySummary>
export type ShownVersion = z.infer<typeof PolicyVersion>

interface VersionRow {
  readonly number: number
  readonly content: unknown
  readonly hashes: unknown
  readonly note: string
  readonly published_at: Date
  readonly published_by: string | null
  readonly publisher_name: string | null
}

/** A published version as the contract describes it. */
export function showVersion(row: VersionRow): ShownVersion {
  return { ...showVersionHead(row), content: textOf(row.content), hashes: row.hashes as ShownVersion['hashes'] }
}

/** A published version without its text. */
export function showVersionHead(row: Omit<VersionRow, 'content' | 'hashes'>) {
  return {
    number: row.number,
    note: row.note,
    publishedAt: row.published_at.toISOString(),
    publishedBy:
      row.published_by !== null && row.publisher_name !== null
        ? { id: row.published_by, name: row.publisher_name }
        : null,
  }
}

/** Where a person stands with a policy, by the number of the version they accepted last. */
export function acceptanceState(current: number | null, accepted: number | null): (typeof ACCEPTANCE_STATES)[number] {
  if (current === null) return 'nothing-to-accept'
  if (accepted === null) return 'missing'
  return accepted === current ? 'accepted' : 'older'
}

/** A policy as lists show it. The draft is the business of those who change policies. */
export function showSummary(row: PolicyRow, mayChange: boolean): ShownSummary {
  const text = currentText(row)
  return {
    id: row.id,
    title: text.title,
    summary: text.summary,
    sections: text.sections.length,
    current:
      row.current === null || row.published_at === null
        ? null
        : { number: row.current, publishedAt: row.published_at.toISOString() },
    draft: mayChange && row.draft !== null,
    mine: {
      state: acceptanceState(row.current, row.mine_number),
      number: row.mine_number,
      acceptedAt: row.mine_at?.toISOString() ?? null,
    },
    accepted: row.accepted,
    people: row.people,
    version: row.version,
  }
}

/** A policy with its text in force and, for those who change policies, the draft of the next. */
export function showPolicy(row: PolicyRow, mayChange: boolean): ShownPolicy {
  return {
    ...showSummary(row, mayChange),
    published:
      row.current === null || row.published_at === null
        ? null
        : showVersion({ ...row, number: row.current, note: row.note ?? '', published_at: row.published_at }),
    next: mayChange && row.draft !== null ? textOf(row.draft) : null,
  }
}

/** The text in force, or the first draft where nothing was published yet. */
export function currentText(row: Pick<PolicyRow, 'content' | 'draft'>): PolicyText {
  return textOf(row.content ?? row.draft)
}

/** The title for events and lists of others, which are in one language: English where it is written. */
export function titleOf({ title }: Pick<PolicyText, 'title'>): string {
  return title.en ?? title.tr ?? ''
}
