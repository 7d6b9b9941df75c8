import { Button } from '@mantine/core'
import { useFocusTrap } from '@mantine/hooks'
import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useNumber } from '#web/ui/use-number.ts'
import { useKpis } from '../measure/use-kpis.ts'
import { PERSPECTIVE_ORDER } from '../perspective.ts'
import type { Perspective, Scorecard, ScorecardObjective } from '../records.ts'
import { LightBadge } from './light-badge.tsx'
import classes from './slides.module.css'

interface SlidesProps {
  readonly card: Scorecard
  readonly onEnd: () => void
}

/** The card for a meeting, on the whole screen: the map, then one perspective after another. Turned by keyboard. */
export function Slides({ card, onEnd }: SlidesProps) {
  const { t } = useTranslation('scorecard')
  const [place, setPlace] = useState(0)
  const trap = useFocusTrap()
  const count = PERSPECTIVE_ORDER.length + 1
  const perspective = PERSPECTIVE_ORDER[place - 1]
  const turn = (to: number) => setPlace(Math.min(count - 1, Math.max(0, to)))
  useWholeScreen(onEnd)
  useKeys({
    next: () => turn(place + 1),
    back: () => turn(place - 1),
    first: () => turn(0),
    last: () => turn(count - 1),
    end: onEnd,
  })
  return createPortal(
    <div ref={trap} className={classes.whole} role="dialog" aria-modal aria-label={t('slides')}>
      <div className={classes.slide} aria-live="polite">
        {perspective === undefined ? (
          <Overview card={card} />
        ) : (
          <OnePerspective card={card} perspective={perspective} />
        )}
      </div>
      <div className={classes.foot}>
        <span className="text-2">{t('slides.help')}</span>
        <span className={classes.count}>{t('slides.of', { place: place + 1, count })}</span>
        <Button variant="default" aria-label={t('slides.back')} disabled={place === 0} onClick={() => turn(place - 1)}>
          <IconArrowLeft size={18} stroke={1.5} aria-hidden />
        </Button>
        <Button
          data-autofocus
          variant="default"
          aria-label={t('slides.next')}
          disabled={place === count - 1}
          onClick={() => turn(place + 1)}
        >
          <IconArrowRight size={18} stroke={1.5} aria-hidden />
        </Button>
        <Button variant="default" leftSection={<IconX size={16} stroke={1.5} aria-hidden />} onClick={onEnd}>
          {t('slides.end')}
        </Button>
      </div>
    </div>,
    document.body,
  )
}

function Overview({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  return (
    <>
      <h2 className={classes.title}>{card.name}</h2>
      <img className={classes.map} src={`/api/v1/scorecards/${card.id}/map.svg`} alt={t('slides.overview')} />
    </>
  )
}

function OnePerspective({ card, perspective }: { card: Scorecard; perspective: Perspective }) {
  const { t } = useTranslation(['scorecard', 'strategy'])
  const items = card.items.filter((item) => item.perspective === perspective)
  return (
    <>
      <h2 className={classes.title}>
        {t(`strategy:perspective.${perspective}`)}
        <small>{t(`strategy:perspective.${perspective}.asks`)}</small>
      </h2>
      {items.length === 0 && <p className="text-2">{t('slides.objectives', { count: 0 })}</p>}
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item.id} data-light={item.light}>
            <p className={classes.name}>
              {item.title} <LightBadge light={item.light} />
            </p>
            {item.contribution !== '' && <p className="text-2">{item.contribution}</p>}
            <Figures item={item} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Figures({ item }: { item: ScorecardObjective }) {
  const { t } = useTranslation('scorecard')
  const number = useNumber()
  const kpis = useKpis()
  return (
    <ul className={classes.figures}>
      {item.goals.map((goal) => (
        <li key={goal.id}>
          <span>{goal.title}</span>
          <b>{goal.now === null ? t('measures.no-value') : number.measure(goal.now, goal.unit, goal.currency)}</b>
        </li>
      ))}
      {item.measures.map((measure) => (
        <li key={measure.id}>
          <span>{measure.kpiName ?? kpis.of(measure.kpi)?.name ?? measure.kpi}</span>
          <b>
            {measure.value === null
              ? t('measures.no-value')
              : number.measure(measure.value, measure.unit, measure.currency)}
          </b>
        </li>
      ))}
    </ul>
  )
}

/** Asks the browser for the whole screen; where it refuses, the page itself is covered. Leaving it ends the presentation. */
function useWholeScreen(onEnd: () => void): void {
  useEffect(() => {
    let entered = false
    void document.documentElement.requestFullscreen?.().then(
      () => (entered = true),
      () => undefined,
    )
    const left = () => entered && document.fullscreenElement === null && onEnd()
    document.addEventListener('fullscreenchange', left)
    return () => {
      document.removeEventListener('fullscreenchange', left)
      if (document.fullscreenElement !== null) void document.exitFullscreen()
    }
    // Once: what ends it does not change while it runs.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
}

interface Keys {
  readonly next: () => void
  readonly back: () => void
  readonly first: () => void
  readonly last: () => void
  readonly end: () => void
}

function useKeys(keys: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const work = {
        ArrowRight: keys.next,
        ArrowDown: keys.next,
        PageDown: keys.next,
        ArrowLeft: keys.back,
        ArrowUp: keys.back,
        PageUp: keys.back,
        Home: keys.first,
        End: keys.last,
        Escape: keys.end,
      }[event.key]
      if (work === undefined) return
      event.preventDefault()
      work()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
