import { IconChartLine } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { Lines } from '#web/ui/lines.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { MeasuredNumber } from '../measure/measured-number.tsx'
import { expectedPoints, pathPoints } from '../measure/path.ts'
import { ForecastLine } from './forecast-line.tsx'
import { useKpis } from '../measure/use-kpis.ts'
import { useProgressWords } from '../measure/use-progress-words.ts'
import type { Goal, Progress } from '../records.ts'
import classes from './progress-card.module.css'

interface ProgressCardProps {
  readonly goal: Goal
  readonly progress: Progress | undefined
}

/** Where a goal is against the straight path from baseline to target: figures on top, the way below. */
export function ProgressCard({ goal, progress }: ProgressCardProps) {
  const { t } = useTranslation('strategy')
  const kpi = useKpis().of(goal.kpi)
  return (
    <Card title={t('progress.title')} end={kpi?.name}>
      {progress === undefined ? (
        <Empty icon={IconChartLine} title={t('progress.nothing')} text={t('progress.nothing.text')} />
      ) : (
        <>
          <Figures progress={progress} />
          {progress.why !== null && <p className={classes.why}>{t(`progress.why.${progress.why}`)}</p>}
          <Way progress={progress} />
          <ForecastLine progress={progress} />
        </>
      )}
    </Card>
  )
}

function Figures({ progress }: { progress: Progress }) {
  const { t } = useTranslation('strategy')
  const time = useTime()
  const words = useProgressWords()(progress)
  return (
    <div className={classes.figures}>
      <p className={classes.now}>
        <MeasuredNumber progress={progress} className={progress.now === null ? classes.unmeasured : classes.big} />
        <span className={classes.target}>
          {t(progress.now === null ? 'progress.aim' : 'progress.target', { target: words.target })}
        </span>
      </p>
      <p className={classes.side}>
        <span className={classes.needed}>
          {t('progress.needed')}{' '}
          <ExplainedNumber
            className={classes.amount}
            value={words.needed}
            label={t('progress.needed')}
            definition={t('progress.needed.means', {
              from: time.day(progress.startsOn),
              due: time.day(progress.dueOn),
            })}
          />
        </span>
        <span className={classes.distance} data-standing={progress.standing}>
          {words.distance}
        </span>
      </p>
    </div>
  )
}

function Way({ progress }: { progress: Progress }) {
  const { t } = useTranslation('strategy')
  const time = useTime()
  const number = useNumber()
  const points = pathPoints(progress)
  const last = progress.series.at(-1)
  const expected =
    progress.forecast === null || last === undefined
      ? null
      : expectedPoints(
          points.map((point) => point.on),
          last,
          progress.forecast.path,
        )
  const format = (value: number) =>
    number.measure(String(Math.round(value * 100) / 100), progress.unit, progress.currency)
  return (
    <Lines
      title={t('progress.chart', { title: progress.title })}
      across={t('progress.day')}
      labels={points.map((point) => time.day(point.on, { short: true }))}
      lines={[
        { name: t('progress.measured'), values: points.map((point) => point.measured) },
        { name: t('progress.path'), values: points.map((point) => point.needed), tone: 'mute', dashed: true },
        ...(expected === null
          ? []
          : [
              {
                name: t('forecast.name'),
                values: expected.map(({ value }) => value),
                tone: 'good',
                dashed: true,
              } as const,
            ]),
      ]}
      range={
        expected === null
          ? undefined
          : {
              name: t('forecast.range'),
              low: expected.map(({ low }) => low),
              high: expected.map(({ high }) => high),
            }
      }
      format={format}
    />
  )
}
