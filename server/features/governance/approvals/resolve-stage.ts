import type { Approver } from '#contract/workflows.ts'
import { loadFacts, may, RIGHTS } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Standing, Subject } from '#server/kernel/facts.ts'
import { seatsOf, superiorSeats, type Candidate, type Seat, type Situation } from '../domain/approvals/seats.ts'
import { gapOf, type Vote } from '../domain/approvals/tally.ts'
import { findUnmet } from '../training/find-unmet.ts'
import { isAskedByName, mayDecide } from './asked-by-name.ts'

/** Somebody who is asked, for which of the stage's approvers (by place), and in whose stead. */
export interface Ask extends Candidate {
  readonly entries: readonly number[]
  /** The workflow names them, so that the operating model does not bind this decision. */
  readonly byName: boolean
}

export interface Asked {
  readonly asks: readonly Ask[]
  /** The first choices of places that the right to approve there is missing from. */
  readonly unable: readonly string[]
  readonly gap: 'nobody' | 'too-few' | null
}

interface StageToResolve {
  readonly kind: 'stage' | 'release'
  readonly approvers: readonly Approver[]
  readonly need: 'any' | 'all'
}

/** Who may decide, asked of their own rights at this place; each person is looked up once. */
export interface Eligible {
  readonly mayApprove: (personId: string, byName: boolean) => Promise<boolean>
  readonly mayRelease: (personId: string) => Promise<boolean>
}

/** Most people who are told of a release; whoever else has the right may release as well. */
const MOST_RELEASERS = 10
const MOST_TRIED = 60
const RELEASE_ORDER = ['manager', 'strategist', 'executive', 'administrator', 'officer', 'viewer']

/** What somebody may do at all; null for who is not there any more. */
export type StandingOf = (personId: string) => Promise<Standing | null>

/** Looks people's standing up as it is needed, each once. */
export function standingsIn(
  db: Db,
  organisationId: string,
  { structure, now }: { structure: Situation['structure']; now: Date },
): StandingOf {
  const standings = new Map<string, Promise<Standing | null>>()
  return (personId) => {
    const known = standings.get(personId)
    if (known !== undefined) return known
    const person = structure.people.get(personId)
    const loaded =
      person === undefined || !person.active
        ? Promise.resolve(null)
        : loadFacts(db, organisationId, personId, { now, findUnmet }).then((facts): Standing => ({
            role: person.role,
            scopes: null,
            facts,
          }))
    standings.set(personId, loaded)
    return loaded
  }
}

/** Who may decide at one place. */
export function eligibleAt(standingOf: StandingOf, subject: Subject): Eligible {
  return {
    mayApprove: async (personId, byName) => mayDecide(await standingOf(personId), subject, byName),
    mayRelease: async (personId) => {
      const standing = await standingOf(personId)
      return may(standing, 'posts.approve', subject).allowed || may(standing, 'posts.publish', subject).allowed
    },
  }
}

/** Finds who is asked in a stage now. `escalated`: the deadline has passed, so their superiors are asked too. */
export async function resolveStage(
  stage: StageToResolve,
  situation: Situation,
  eligible: Eligible,
  { escalated, decided }: { readonly escalated: boolean; readonly decided: readonly Vote[] },
): Promise<Asked> {
  if (stage.kind === 'release') {
    const asks = await releasers(situation, eligible)
    return { asks, unable: [], gap: asks.length > 0 ? null : 'nobody' }
  }
  const found = new Map<string, Ask>()
  const unable = new Set<string>()
  for (const [entry, approver] of stage.approvers.entries())
    for (const seat of seatsOf(approver, situation)) {
      const candidate = await firstOf(seat, eligible, approver.kind)
      const named = seat[0]
      if (named !== undefined && named.personId !== candidate?.personId) unable.add(named.personId)
      add(found, candidate, entry, approver.kind)
    }
  if (escalated) {
    const asked = [...found.values()]
    for (const ask of asked)
      for (const seat of superiorSeats([ask.personId], situation)) {
        const above = await firstOf(seat, eligible)
        for (const entry of ask.entries) add(found, above, entry)
      }
  }
  const asks = [...found.values()]
  return { asks, unable: [...unable], gap: gapOf(stage.need, stage.approvers.length, [...decided, ...asks]) }
}

async function firstOf(seat: Seat, eligible: Eligible, kind?: Approver['kind']): Promise<Candidate | null> {
  for (const candidate of seat)
    if (await eligible.mayApprove(candidate.personId, isAskedByName(kind, candidate.via))) return candidate
  return null
}

function add(found: Map<string, Ask>, candidate: Candidate | null, entry: number, kind?: Approver['kind']): void {
  if (candidate === null) return
  const known = found.get(candidate.personId)
  const byName = isAskedByName(kind, candidate.via)
  if (known === undefined) found.set(candidate.personId, { ...candidate, entries: [entry], byName })
  else if (!known.entries.includes(entry))
    found.set(candidate.personId, {
      ...known,
      entries: [...known.entries, entry],
      byName: known.byName || byName,
    })
}

/** Those nearest to the channel's unit first. */
async function releasers({ structure, authors, unitPath }: Situation, eligible: Eligible): Promise<Ask[]> {
  const nearness = new Map<string, number>()
  for (const { personId, unitId } of structure.positions.values()) {
    if (personId === null || !unitPath.includes(unitId)) continue
    nearness.set(personId, Math.min(nearness.get(personId) ?? Infinity, unitPath.indexOf(unitId)))
  }
  const possible = [...structure.people]
    .filter(([id, { active, role }]) => {
      const rights = RIGHTS[role]
      return active && !authors.includes(id) && (rights.has('posts.approve') || rights.has('posts.publish'))
    })
    .filter(([id]) => !structure.absent.has(id))
    .sort(
      ([one, { role }], [other, { role: otherRole }]) =>
        (nearness.get(one) ?? 1000) - (nearness.get(other) ?? 1000) ||
        RELEASE_ORDER.indexOf(role) - RELEASE_ORDER.indexOf(otherRole),
    )
  const asks: Ask[] = []
  for (const [personId] of possible.slice(0, MOST_TRIED)) {
    if (asks.length === MOST_RELEASERS) break
    if (await eligible.mayRelease(personId))
      asks.push({ personId, via: 'named', insteadOf: null, entries: [0], byName: false })
  }
  return asks
}
