import type { AccountFinding } from '#contract/audit-records.ts'

const DAY_MS = 86_400_000
/** An account in use that has said nothing for so long is quiet. */
export const QUIET_DAYS = 60
/** A reading older than a quarter no longer tells how an account stands. */
export const OLD_DAYS = 90

/** What is known of an account of ours. */
export interface Audited {
  readonly state: 'owned' | 'dormant' | 'rogue' | 'to-close'
  readonly competitor: boolean
  readonly held: 'by-somebody' | 'by-somebody-who-left' | 'by-nobody'
  readonly lookUpProblem: string | null
  readonly reading: {
    readonly at: Date
    readonly lastPostAt: Date | null
    readonly postsPerWeek: string | null
    readonly hasPicture: boolean | null
    readonly hasText: boolean | null
    readonly hasLink: boolean | null
  } | null
}

/** What an audit notices about an account, worst first. Competitors' accounts are theirs to mend: nothing is noticed about them. */
export function findingsOf(account: Audited, now: Date): AccountFinding[] {
  if (account.competitor) return []
  const { state, held, reading } = account
  if (state === 'rogue') return ['rogue']
  const findings: AccountFinding[] = []
  if (state === 'to-close') findings.push('to-close')
  if (held === 'by-somebody-who-left') findings.push('holder-left')
  if (held === 'by-nobody') findings.push('no-holder')
  if (account.lookUpProblem === 'look-up.not-found') findings.push('not-found')
  if (state !== 'owned') return findings
  if (reading === null) return [...findings, 'never-read']
  if (isQuiet(reading, now)) findings.push('quiet')
  if (reading.hasPicture === false || reading.hasText === false || reading.hasLink === false)
    findings.push('profile-incomplete')
  if (daysSince(reading.at, now) > OLD_DAYS) findings.push('old-reading')
  return findings
}

/** Silent for the time above; a rhythm of nothing without a last post counts too. */
function isQuiet({ lastPostAt, postsPerWeek }: NonNullable<Audited['reading']>, now: Date): boolean {
  if (lastPostAt !== null) return daysSince(lastPostAt, now) > QUIET_DAYS
  return postsPerWeek !== null && Number(postsPerWeek) === 0
}

function daysSince(then: Date, now: Date): number {
  return (now.getTime() - then.getTime()) / DAY_MS
}
