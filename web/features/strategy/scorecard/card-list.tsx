import { useTranslation } from 'react-i18next'
import { PERSPECTIVE_ICON, PERSPECTIVE_ORDER } from '../perspective.ts'
import type { Scorecard } from '../records.ts'
import { LightBadge } from './light-badge.tsx'
import classes from './scorecard.module.css'
import { Term } from './term.tsx'

interface CardListProps {
  readonly card: Scorecard
  readonly chosen: string | undefined
  readonly onChoose: (objectiveId: string) => void
}

/** The card in words: each perspective with its objectives, and what they bring about. */
export function CardList({ card, chosen, onChoose }: CardListProps) {
  const { t } = useTranslation(['scorecard', 'strategy'])
  return (
    <div className={classes.list}>
      {PERSPECTIVE_ORDER.map((perspective, place) => {
        const Mark = PERSPECTIVE_ICON[perspective]
        const items = card.items.filter((item) => item.perspective === perspective)
        return (
          <section key={perspective} className={classes.listBand} aria-label={t(`strategy:perspective.${perspective}`)}>
            <h2 className={classes.bandName}>
              <Mark size={18} stroke={1.5} aria-hidden />
              {t(`strategy:perspective.${perspective}`)}
              {place === 0 && <Term name="perspective" />}
            </h2>
            {items.length === 0 && <p className="text-2">{t('band.none')}</p>}
            <ul className={classes.items}>
              {items.map((item) => {
                const effects = card.causes.filter((cause) => cause.causeId === item.id)
                return (
                  <li key={item.id}>
                    <button
                      type="button"
                      className={classes.item}
                      data-light={item.light}
                      aria-pressed={item.id === chosen}
                      onClick={() => onChoose(item.id)}
                    >
                      <span className="medium">{item.title}</span>
                      <LightBadge light={item.light} />
                      {effects.length > 0 && (
                        <span className={classes.effects}>
                          →{' '}
                          {effects
                            .map(({ effectId }) => card.items.find((one) => one.id === effectId)?.title ?? '')
                            .join(', ')}
                        </span>
                      )}
                    </button>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
