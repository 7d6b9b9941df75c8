import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { IconSitemap } from '@tabler/icons-react'
import { Suspense, lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import type { Scorecard } from '../records.ts'
import { CardList } from './card-list.tsx'
import { LIGHT_ORDER, LightBadge } from './light-badge.tsx'
import { ObjectivePanel } from './objective-panel.tsx'
import classes from './scorecard.module.css'
import { Term } from './term.tsx'
import { useCardChange } from './use-card-change.ts'

const MapCanvas = lazy(async () => ({ default: (await import('./map-canvas.tsx')).MapCanvas }))

interface CardViewProps {
  readonly card: Scorecard
  /** The objective whose panel is open. */
  readonly chosen: string | undefined
  readonly view: 'map' | 'list' | undefined
  readonly onChoose: (objectiveId: string | undefined) => void
  readonly onView: (view: 'map' | 'list') => void
}

/** The card as a map to draw on or, on a phone and by choice, as a list; the chosen objective at the side. */
export function CardView({ card, chosen, view, onChoose, onView }: CardViewProps) {
  const { t } = useTranslation('scorecard')
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  const shown = view ?? (phone ? 'list' : 'map')
  const objective = card.items.find((item) => item.id === chosen)
  return (
    <>
      <div className={classes.bar}>
        <ul className={classes.lights}>
          {LIGHT_ORDER.map((light) => {
            const count = card.items.filter((item) => item.light === light).length
            return count === 0 ? null : (
              <li key={light} title={t('lights', { count, light: t(`light.${light}`) })}>
                <LightBadge light={light} /> {count}
              </li>
            )
          })}
          {card.items.length > 0 && (
            <li>
              <Term name="light" />
            </li>
          )}
        </ul>
        <SegmentedControl
          size="xs"
          value={shown}
          onChange={(value) => onView(value === 'list' ? 'list' : 'map')}
          data={(['map', 'list'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </div>
      <Offered card={card} />
      {card.items.length === 0 ? (
        <Nothing card={card} />
      ) : (
        <div className={classes.columns} data-open={objective !== undefined}>
          {shown === 'list' ? (
            <CardList card={card} chosen={chosen} onChoose={onChoose} />
          ) : (
            <Suspense fallback={<div className={classes.canvas} />}>
              <MapCanvas key={card.id} card={card} chosen={chosen} onChoose={onChoose} />
            </Suspense>
          )}
          {objective !== undefined && (
            <ObjectivePanel
              key={`${card.id} ${objective.id}`}
              card={card}
              objective={objective}
              onClose={() => onChoose(undefined)}
            />
          )}
        </div>
      )}
    </>
  )
}

function Nothing({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const company = card.parentId === null
  return (
    <Card>
      <Empty
        icon={IconSitemap}
        title={t('empty')}
        text={t(company ? 'empty.company' : 'empty.unit')}
        example={t('empty.example')}
        action={
          company && (
            <Link to="/strategy" className="link">
              {t('empty.action')}
            </Link>
          )
        }
      />
    </Card>
  )
}

/** What the card above holds and this one has not taken over. */
function Offered({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const carryOut = useCardChange()
  if (card.offered.length === 0) return null
  const take = (objectiveId: string, title: string) =>
    carryOut(() => api.strategy.scorecards.setObjective({ id: card.id, objectiveId }), {
      words: t('panel.taken', { title }),
      undo: () => api.strategy.scorecards.setObjective({ id: card.id, objectiveId, taken: false }),
    })
  return (
    <Card className={classes.offered} title={t('panel.offered')} badge={<Term name="cascade" />}>
      <ul className={classes.offers}>
        {card.offered.map(({ id, title }) => (
          <li key={id}>
            <span>{title}</span>
            <AllowedButton action="goals.change" size="xs" variant="default" onClick={() => void take(id, title)}>
              {t('panel.take-over')}
            </AllowedButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
