import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Money } from '../records.ts'
import classes from './figure.module.css'
import { useFreshness } from './freshness.tsx'

/** Everything that is counted on these screens and has its words in the catalogue under `measure.<name>`. */
export const MEASURES = [
  'clicks',
  'conversions',
  'value',
  'engagements',
  'posts',
  'robots',
  'planned',
  'published',
  'goals',
  'deliveries',
  'channels',
  'orphan-objectives',
  'orphan-goals',
  'orphan-campaigns',
  'orphan-posts',
] as const
export type Measure = (typeof MEASURES)[number]

interface Place {
  /** The rows behind it. */
  readonly to?: LinkProps | undefined
  readonly className?: string | undefined
  /** In a right-aligned column: the mark comes before the number, whose last digit then stands under the one above. */
  readonly flush?: boolean
}

interface FigureProps extends Place {
  readonly measure: Measure
  readonly value: number
  /** Words that follow the number in a sentence: "clicks". */
  readonly words?: string | undefined
}

/** A count that explains itself: what is counted, how, from what and when. */
export function Figure({ value, words, ...rest }: FigureProps) {
  const number = useNumber()
  return <Explained {...rest} text={words === undefined ? number.count(value) : `${number.count(value)} ${words}`} />
}

interface MoneyFigureProps extends Place {
  readonly value: readonly Money[]
  /** Leaves the digits out that a tight place has no room for. */
  readonly compact?: boolean
}

/** Value by currency, never added up across currencies; nothing yet is zero in the organisation's own. */
export function MoneyFigure({ value, compact = false, ...rest }: MoneyFigureProps) {
  const number = useNumber()
  const { currency } = useMe().organisation
  const write = compact ? number.moneyCompact : number.money
  const [first, ...others] = value.length === 0 ? [{ amount: '0', currency }] : value
  const text = (
    <>
      {first !== undefined && write(first)}
      {others.map((money) => (
        <span key={money.currency} className={classes.other}>
          {' '}
          + {write(money)}
        </span>
      ))}
    </>
  )
  return <Explained {...rest} measure="value" text={text} />
}

function Explained({
  measure,
  text,
  to,
  className,
  flush = false,
}: Place & { readonly measure: Measure; readonly text: ReactNode }) {
  const { t } = useTranslation('measurement')
  const fresh = useFreshness()
  return (
    <ExplainedNumber
      value={text}
      className={[className, flush ? classes.flush : ''].filter(Boolean).join(' ')}
      label={t(`measure.${measure}`)}
      definition={t(`measure.${measure}.meaning`)}
      formula={t(`measure.${measure}.formula`)}
      source={t(`measure.${measure}.source`)}
      fresh={fresh}
      to={to}
    />
  )
}
