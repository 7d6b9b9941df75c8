import { useTranslation } from 'react-i18next'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { useTime } from '#web/kernel/use-time.ts'
import type { Progress } from '../records.ts'
import { useKpis } from './use-kpis.ts'

interface MeasuredNumberProps {
  readonly progress: Progress
  readonly className?: string | undefined
  /** Stands after the figure and shares its explanation: "of 9,000". */
  readonly of?: string | undefined
}

/** What a goal's KPI has reached, explained, with a way to what it was counted from. */
export function MeasuredNumber({ progress, className, of }: MeasuredNumberProps) {
  const { t } = useTranslation('strategy')
  const number = useNumber()
  const time = useTime()
  const kpi = useKpis().of(progress.kpi)
  if (progress.now === null) return <span className={className}>{t('progress.nothing')}</span>
  return (
    <ExplainedNumber
      className={className}
      value={
        <>
          {number.measure(progress.now, progress.unit, progress.currency)}
          {of !== undefined && (
            <span className="text-2" style={{ fontWeight: 400 }}>
              {' '}
              {of}
            </span>
          )}
        </>
      }
      label={kpi?.name ?? progress.kpi}
      definition={t('progress.counted', {
        meaning: kpi?.meaning ?? '',
        from: time.day(progress.startsOn),
        due: time.day(progress.dueOn),
      })}
      formula={kpi?.formula}
      source={kpi?.source}
      fresh={progress.measuredAt === null ? undefined : time.instant(progress.measuredAt)}
      to={{ to: '/trace/$type/$id', params: { type: 'goal', id: progress.id } }}
    />
  )
}
