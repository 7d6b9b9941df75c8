import { IconArrowsExchange, IconMinus, IconPlus } from '@tabler/icons-react'
import { useNumber } from '#web/ui/use-number.ts'
import type { PlacementResult } from './records.ts'
import { useAdvisorWords } from './use-advisor-words.ts'
import classes from './advisor.module.css'

type Ranked = PlacementResult['places'][number] | PlacementResult['models'][number]

interface RankingProps {
  readonly title: string
  readonly ranked: readonly Ranked[]
  readonly name: (key: string) => string
  readonly flip: PlacementResult['placeFlip']
}

/** The candidates as bars, best first, and for the best the reasons for and against. */
export function Ranking({ title, ranked, name, flip }: RankingProps) {
  const { t } = useAdvisorWords()
  const number = useNumber()
  const [first, second] = ranked
  if (first === undefined) return null
  return (
    <section>
      <h3>{title}</h3>
      <ol className={classes.bars}>
        {ranked.map((one, place) => (
          <li key={one.key} data-first={place === 0 || undefined}>
            <span>{name(one.key)}</span>
            <i aria-hidden>
              <b style={{ width: `${one.score}%` }} />
            </i>
            <span className={classes.score}>{number.count(Math.round(one.score))}</span>
          </li>
        ))}
      </ol>
      <p className={classes.advice}>
        {second === undefined
          ? t('advice.one', { first: name(first.key) })
          : t('advice', { first: name(first.key), second: name(second.key) })}
      </p>
      <Reasons reasons={first.reasonsFor} side="for" />
      <Reasons reasons={first.reasonsAgainst} side="against" />
      <FlipNote flip={flip} name={name} />
    </section>
  )
}

function Reasons({ reasons, side }: { reasons: Ranked['reasonsFor']; side: 'for' | 'against' }) {
  const { t, short, options } = useAdvisorWords()
  const number = useNumber()
  if (reasons.length === 0) return null
  const Icon = side === 'for' ? IconPlus : IconMinus
  return (
    <ul className={classes.reasons} data-side={side} aria-label={t(`reasons.${side}`)}>
      {reasons.slice(0, 4).map((reason) => (
        <li key={reason.question}>
          <Icon size={14} stroke={2} aria-hidden />
          <span>
            {short(reason.question)}: {options(reason.question, reason.answers)}
            {side === 'for' && (
              <span className="text-3"> {t('adds', { points: number.count(Math.round(reason.adds)) })}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function FlipNote({ flip, name }: { flip: RankingProps['flip']; name: (key: string) => string }) {
  const { t, short, options } = useAdvisorWords()
  return (
    <p className={classes.flip}>
      <IconArrowsExchange size={14} stroke={1.5} aria-hidden />
      {flip === null
        ? t('flip.none')
        : t('flip', {
            question: short(flip.question),
            answers: options(flip.question, flip.answers),
            to: name(flip.to),
          })}
    </p>
  )
}
