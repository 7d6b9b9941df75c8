/** A decision that counts: who made it, and for which of the stage's approvers they were asked. */
export interface Vote {
  readonly personId: string
  readonly entries: readonly number[]
}

/**
 * Whether the approvals given are enough. `any`: one. `all`: each approver by another person, so that nobody stands for two.
 * `entries`: how many approvers the stage names.
 */
export function isEnough(need: 'any' | 'all', entries: number, votes: readonly Vote[]): boolean {
  if (need === 'any') return votes.length > 0
  return mostSeated(entries, votes) === entries
}

/** How many of the approvers can be stood for by different people. */
export function mostSeated(entries: number, people: readonly Vote[]): number {
  const seatOf = new Map<number, Vote>()
  const place = (vote: Vote, tried: Set<number>): boolean => {
    for (const entry of vote.entries) {
      if (tried.has(entry)) continue
      tried.add(entry)
      const sitting = seatOf.get(entry)
      if (sitting === undefined || place(sitting, tried)) {
        seatOf.set(entry, vote)
        return true
      }
    }
    return false
  }
  const seen = new Set<string>()
  for (const vote of people) {
    if (seen.has(vote.personId)) continue
    seen.add(vote.personId)
    place(vote, new Set())
  }
  return [...seatOf.keys()].filter((entry) => entry < entries).length
}

/** Why a stage cannot be decided by those asked and those who have decided; null where it can. */
export function gapOf(need: 'any' | 'all', entries: number, people: readonly Vote[]): 'nobody' | 'too-few' | null {
  if (people.length === 0) return 'nobody'
  if (need === 'any') return null
  const covered = new Set(people.flatMap((vote) => vote.entries))
  if (covered.size < entries) return 'nobody'
  return mostSeated(entries, people) < entries ? 'too-few' : null
}
