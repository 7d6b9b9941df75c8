import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { closesGap, shapeTrace } from '#web/ui/trace-shape.ts'
import type { RecordStation, Station, StationShape, Trace } from '#web/ui/trace-shape.ts'
import { useNumber } from '#web/ui/use-number.ts'
import { Figure, MoneyFigure } from '../figures/figure.tsx'
import classes from './trace.module.css'

/** Six columns from objective to result, each with all its records; rows on a phone. */
export function TraceColumns({ trace }: { readonly trace: Trace }) {
  const { t } = useTranslation('measurement')
  return (
    <Card className={classes.card}>
      <ol className={classes.columns} aria-label={t('trace.label')}>
        {shapeTrace(trace).map((shape) => (
          <Column key={shape.station.type} shape={shape} trace={trace} />
        ))}
      </ol>
    </Card>
  )
}

function Column({ shape: { station, marks }, trace }: { shape: StationShape; trace: Trace }) {
  const { t } = useTranslation('ui')
  const number = useNumber()
  return (
    <li className={[classes.column, ...marks.map((mark) => classes[mark])].join(' ')}>
      <div className={classes.head}>
        {station.state === 'gap' && <IconAlertTriangle size={14} stroke={1.5} aria-hidden />}
        <h2 className={classes.kind}>{t(`station.${station.type}`)}</h2>
        {station.type !== 'result' && station.total > 1 && <Badge>{number.count(station.total)}</Badge>}
      </div>
      <Content station={station} trace={trace} />
    </li>
  )
}

function Content({ station, trace }: { station: Station; trace: Trace }) {
  const { t } = useTranslation('ui')
  if (station.state === 'gap') return <Gap station={station} trace={trace} />
  if (station.state === 'not-yet')
    return (
      <p className={classes.soonText}>
        {t('trace.not-yet')}
        <br />
        <span className="small">{t(`trace.not-yet.${station.type}`)}</span>
      </p>
    )
  if (station.type === 'result') return <Result trace={trace} />
  return <Records station={station} type={station.type} />
}

function Gap({ station, trace }: { station: Station; trace: Trace }) {
  const { t } = useTranslation('ui')
  const words = useTranslation('measurement').t
  const where = closesGap(trace, station.type)
  return (
    <div className={classes.gapText}>
      <p className="medium">{t(`trace.gap.${station.type}`)}</p>
      <p className="small">{words(`trace.gap.${station.type}.why`)}</p>
      {where !== null && (
        <RecordLink type={where.type} id={where.id} className="link">
          {t(`trace.close.${station.type}`)}
        </RecordLink>
      )}
    </div>
  )
}

function Records({ station, type }: { station: Station; type: RecordStation }) {
  const { t } = useTranslation('ui')
  const more = station.total - station.items.length
  return (
    <ul className={classes.items}>
      {station.items.map((item) => (
        <li key={item.id}>
          <RecordLink type={type} id={item.id} className={classes.title} current={station.state === 'here'}>
            {item.title}
          </RecordLink>
          {item.detail !== null && <span className={classes.detail}>{item.detail}</span>}
        </li>
      ))}
      {more > 0 && <li className={classes.detail}>{t('trace.others', { count: more })}</li>}
    </ul>
  )
}

function Result({ trace: { result } }: { trace: Trace }) {
  const { t } = useTranslation('measurement')
  return (
    <div className={classes.result}>
      <MoneyFigure value={result.value} className={classes.worth} />
      <span className={classes.detail}>
        <Figure measure="clicks" value={result.clicks} words={t('unit.clicks', { count: result.clicks })} />
      </span>
      <span className={classes.detail}>
        <Figure
          measure="conversions"
          value={result.conversions}
          words={t('unit.conversions', { count: result.conversions })}
        />
      </span>
    </div>
  )
}
