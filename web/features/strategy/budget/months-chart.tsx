import { useElementSize } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { ChartTable } from '#web/ui/chart-table.tsx'
import { roundCeiling } from '#web/ui/scale.ts'
import { useNumber } from '#web/ui/use-number.ts'
import chart from '#web/ui/chart.module.css'
import classes from './budget.module.css'
import type { Budget } from './records.ts'

const KINDS = ['planned', 'committed', 'actual'] as const
const [HEIGHT, FLOOR, LEFT] = [200, 176, 52]
/** Until the place is measured. */
const WIDTH = 640

/** Three bars a month: planned, committed, actual. A hidden table gives all the numbers. */
export function MonthsChart({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation('budget')
  const time = useTime()
  const number = useNumber()
  // Drawn as wide as its place, so that its labels keep their size on a phone.
  const { ref, width: measured } = useElementSize<HTMLElement>()
  const width = measured || WIDTH
  const { months, currency } = budget
  // Only for the length of bars; the figures themselves stay decimal text.
  const values = months.flatMap(({ sums }) => KINDS.map((kind) => Number(sums[kind])))
  const ceiling = roundCeiling(Math.max(0, ...values))
  const step = (width - LEFT) / Math.max(months.length, 1)
  const bar = Math.min(14, (step * 0.72) / KINDS.length)
  const every = step < 34 ? 3 : 1
  const say = (amount: string) => number.money({ amount, currency })
  return (
    <figure className={chart.figure} ref={ref}>
      <svg className={chart.plot} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line
              className={chart.grid}
              x1={LEFT}
              x2={width}
              y1={FLOOR - part * (FLOOR - 8)}
              y2={FLOOR - part * (FLOOR - 8)}
            />
            <text className={chart.tick} x={LEFT - 6} y={FLOOR - part * (FLOOR - 8) + 4} textAnchor="end">
              {number.compact(Math.round(ceiling * part))}
            </text>
          </g>
        ))}
        {months.map(({ on, sums }, place) => (
          <g key={on}>
            {KINDS.map((kind, which) => {
              const tall = (Math.max(0, Number(sums[kind])) / (ceiling || 1)) * (FLOOR - 8)
              return (
                <rect
                  key={kind}
                  className={classes[kind]}
                  x={LEFT + place * step + (step - bar * KINDS.length) / 2 + which * bar}
                  y={FLOOR - tall}
                  width={bar * 0.86}
                  height={tall}
                  rx={1.5}
                >
                  <title>{`${monthName(time.reader.locale, on)} · ${t(`sum.${kind}`)}: ${say(sums[kind])}`}</title>
                </rect>
              )
            })}
            {place % every === 0 && (
              <text className={chart.tick} x={LEFT + place * step + step / 2} y={HEIGHT - 6} textAnchor="middle">
                {monthName(time.reader.locale, on, true)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <div className={classes.legend} aria-hidden>
        {KINDS.map((kind) => (
          <span key={kind} className={classes.key}>
            <i className={classes[kind]} />
            {t(`sum.${kind}`)}
          </span>
        ))}
      </div>
      <ChartTable
        caption={t('months.caption')}
        heads={[t('months.month'), ...KINDS.map((kind) => t(`sum.${kind}`))]}
        rows={months.map(({ on, sums }) => [
          monthName(time.reader.locale, on),
          ...KINDS.map((kind) => say(sums[kind])),
        ])}
      />
    </figure>
  )
}

/** The name of a month by its first day. */
export function monthName(locale: string, on: string, short = false): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: short ? 'short' : 'long',
    ...(short ? {} : { year: 'numeric' }),
  }).format(new Date(`${on}T00:00:00Z`))
}
