import { IconAlertTriangle, IconCircle, IconFlag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { spread } from './spread.ts'
import type { Stakeholder } from './stakeholder-values.ts'
import classes from './stakeholders.module.css'

const MARK = { low: IconCircle, medium: IconFlag, high: IconAlertTriangle }

interface InfluenceGridProps {
  readonly items: readonly Stakeholder[]
  readonly onOpen: (stakeholder: Stakeholder) => void
}

/** Interest to the right, influence upwards: who is to be managed closely stands at the top right. */
export function InfluenceGrid({ items, onOpen }: InfluenceGridProps) {
  const { t } = useTranslation('approvals')
  const inOrder = [...items].sort((one, other) => other.influence - one.influence || other.interest - one.interest)
  const spots = spread(inOrder)
  return (
    <>
      <p className={`${classes.upright} small`} aria-hidden>{`↑ ${t('stakeholder.influence')}`}</p>
      <div className={classes.grid}>
        <div className={`${classes.field} small`}>{t('stakeholders.satisfy')}</div>
        <div className={`${classes.field} ${classes.close} small`}>{t('stakeholders.manage')}</div>
        <div className={`${classes.field} small`}>{t('stakeholders.watch')}</div>
        <div className={`${classes.field} small`}>{t('stakeholders.inform')}</div>
        <ul className={classes.points} aria-label={t('stakeholders.grid')}>
          {inOrder.map((stakeholder, place) => {
            const { id, name, risk, interest, influence, adoption } = stakeholder
            const spot = spots[place]
            const Mark = MARK[risk]
            return (
              <li key={id} className={classes.point} style={{ left: `${spot?.left}%`, bottom: `${spot?.bottom}%` }}>
                <button
                  type="button"
                  className={risk === 'low' ? classes.dot : `${classes.dot} ${classes[risk]}`}
                  aria-label={t('stakeholders.grid.what', {
                    name,
                    interest,
                    influence,
                    adoption: t(`adoption.${adoption}`),
                    risk,
                  })}
                  onClick={() => onOpen(stakeholder)}
                >
                  <Mark size={14} stroke={1.5} aria-hidden style={{ flex: 'none' }} />
                  <span>{name}</span>
                </button>
              </li>
            )
          })}
        </ul>
      </div>
      <p className={`${classes.axis} small`} aria-hidden>{`${t('stakeholder.interest')} →`}</p>
    </>
  )
}
