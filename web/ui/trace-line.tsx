import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RecordLink } from './record-link.tsx'
import { closesGap, shapeTrace } from './trace-shape.ts'
import type { Station, StationShape, StationType, Trace } from './trace-shape.ts'
import { useNumber } from './use-number.ts'
import classes from './trace-line.module.css'

export type { Station, StationType, Trace }

interface TraceLineProps {
  readonly trace: Trace
  /** Closes a gap on the spot. Without it the gap links to the page where the missing link can be set. */
  readonly onClose?: ((gap: StationType) => void) | undefined
}

/** The line from objective to result: every part a link, every gap with the way to close it. Upright on a phone. */
export function TraceLine({ trace, onClose }: TraceLineProps) {
  const { t } = useTranslation('ui')
  return (
    <ol className={classes.trace} aria-label={t('trace.label')}>
      {shapeTrace(trace).map((shape) => (
        <StationPart key={shape.station.type} shape={shape} trace={trace} onClose={onClose} />
      ))}
    </ol>
  )
}

function classNames({ marks }: StationShape): string {
  return marks.map((mark) => classes[mark]).join(' ')
}

function StationPart({ shape, trace, onClose }: { shape: StationShape } & TraceLineProps) {
  const { t } = useTranslation('ui')
  const { type, state } = shape.station
  return (
    <li className={classNames(shape)}>
      <span className={classes.kind}>
        {state === 'gap' && <IconAlertTriangle size={14} stroke={1.5} aria-hidden />}
        {t(`station.${type}`)}
      </span>
      {state === 'gap' && <Gap type={type} trace={trace} onClose={onClose} />}
      {state === 'not-yet' && <NotYet type={type} />}
      {(state === 'present' || state === 'here') &&
        (type === 'result' ? <ResultPart trace={trace} /> : <Records station={shape.station} />)}
    </li>
  )
}

function Gap({ type, trace, onClose }: { type: StationType } & TraceLineProps) {
  const { t } = useTranslation('ui')
  const where = closesGap(trace, type)
  return (
    <>
      <span className={classes.value}>{t(`trace.gap.${type}`)}</span>
      {onClose !== undefined && (
        <button type="button" className={classes.close} onClick={() => onClose(type)}>
          {t(`trace.close.${type}`)}
        </button>
      )}
      {onClose === undefined && where !== null && (
        <RecordLink type={where.type} id={where.id} className={classes.close}>
          {t(`trace.close.${type}`)}
        </RecordLink>
      )}
    </>
  )
}

function NotYet({ type }: { type: StationType }) {
  const { t } = useTranslation('ui')
  return (
    <>
      <span className={classes.value}>{t('trace.not-yet')}</span>
      <span className={classes.detail}>{t(`trace.not-yet.${type}`)}</span>
    </>
  )
}

function Records({ station }: { station: Station }) {
  const { t } = useTranslation('ui')
  const [first] = station.items
  if (first === undefined || station.type === 'result') return null
  const detail = station.total > 1 ? t('trace.others', { count: station.total - 1 }) : first.detail
  return (
    <>
      <RecordLink
        type={station.type}
        id={first.id}
        className={classes.value}
        current={station.state === 'here'}
        title={first.title}
      >
        {first.title}
      </RecordLink>
      {detail !== null && <span className={classes.detail}>{detail}</span>}
    </>
  )
}

function ResultPart({ trace }: { trace: Trace }) {
  const { t } = useTranslation('ui')
  const number = useNumber()
  const { clicks, conversions, value } = trace.result
  const worth = value.map(number.money).join(' + ')
  return (
    <>
      <Link to="/trace/$type/$id" params={trace.subject} className={classes.value}>
        {worth || t('trace.clicks', { count: clicks })}
      </Link>
      <span className={classes.detail}>{t('trace.result', { clicks, conversions })}</span>
    </>
  )
}

/** The same line as six dots, for a row of a table; its words are read out. */
export function TraceDots({ trace }: { readonly trace: Trace }) {
  const { t } = useTranslation('ui')
  return (
    <ol className={classes.dots} aria-label={t('trace.label')}>
      {shapeTrace(trace).map((shape) => (
        <li
          key={shape.station.type}
          className={classNames(shape)}
          title={t(`trace.dot.${shape.station.state}`, { station: t(`station.${shape.station.type}`) })}
        >
          <span className="visually-hidden">
            {t(`trace.dot.${shape.station.state}`, { station: t(`station.${shape.station.type}`) })}
          </span>
        </li>
      ))}
    </ol>
  )
}
