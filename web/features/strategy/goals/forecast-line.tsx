import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Progress } from '../records.ts'
import classes from './progress-card.module.css'

/** Where a goal will be on its last day if it goes on as in the last weeks, with the range and how it was worked out. */
export function ForecastLine({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('strategy')
  const time = useTime()
  const number = useNumber()
  const { forecast, unit, currency, standing } = progress
  const end = forecast?.path.at(-1)
  if (standing === 'reached' || standing === 'missed' || progress.now === null) return null
  if (forecast === null || end === undefined)
    return <p className={`${classes.forecast} text-2`}>{t('forecast.none')}</p>
  const told = (value: string) => number.measure(String(roundly(Number(value))), unit, currency)
  const verdict = verdictOf(progress, end)
  return (
    <div className={classes.forecast}>
      <p>
        <span className="medium">{t('forecast.title')}</span>{' '}
        <ExplainedNumber
          value={t('forecast.reaches', {
            value: told(end.value),
            day: time.day(end.on),
            low: told(end.low),
            high: told(end.high),
          })}
          label={t('forecast.label')}
          definition={t(`forecast.means.${forecast.method}`, { weeks: forecast.weeks })}
        />
      </p>
      <p className={classes.verdict} data-tone={TONES[verdict]}>
        {t(`forecast.${verdict}`)}
      </p>
    </div>
  )
}

const TONES = { reached: 'good', within: 'none', missed: 'bad' } as const

/** Whether even the worse end of the range reaches the target, or only the better one, or neither. */
function verdictOf(
  { baseline, target }: Progress,
  { low, high }: { readonly low: string; readonly high: string },
): keyof typeof TONES {
  const rising = Number(target) >= Number(baseline)
  const reaches = (value: string) => (rising ? Number(value) >= Number(target) : Number(value) <= Number(target))
  const [worse, better] = rising ? [low, high] : [high, low]
  if (reaches(worse)) return 'reached'
  return reaches(better) ? 'within' : 'missed'
}

/** Forecasts are rough: three significant figures above 100, hundredths below. */
function roundly(value: number): number {
  return Math.abs(value) < 100 ? Math.round(value * 100) / 100 : Number(value.toPrecision(3))
}
