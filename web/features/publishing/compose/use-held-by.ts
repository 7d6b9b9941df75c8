import { useTranslation } from 'react-i18next'
import type { Channel } from '../records.ts'
import { useNow } from '../use-now.ts'
import type { Composition } from './composition.ts'
import type { PlacedFinding } from './finding-places.ts'
import { timeProblem } from './when-card.tsx'

/** Why the composition cannot be planned yet, as a sentence that says what to do; undefined when it can. */
export function useHeldBy(
  composition: Composition,
  channels: readonly Channel[],
  findings: readonly PlacedFinding[],
  needsApproval = false,
): string | undefined {
  const { t } = useTranslation(['publishing', 'refusal'])
  const now = useNow()
  if (channels.length === 0) return t('held.no-channel')
  const blocking = findings.filter(({ finding }) => finding.severity === 'block').length
  if (blocking > 0) return t('held.blocking', { count: blocking })
  if (needsApproval && composition.timing === 'now') return t('refusal:approval.no-time')
  const problem = timeProblem(composition, now)
  return problem === null ? undefined : t(`refusal:${problem}`)
}
