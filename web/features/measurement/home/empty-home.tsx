import { IconChartLine, IconRoute, IconShieldCheck, IconTarget } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { BringTourBack } from '../tour/tour-again.tsx'
import classes from './empty-home.module.css'

const PARTS = [
  ['objectives', IconTarget],
  ['return', IconChartLine],
  ['gaps', IconRoute],
  ['risks', IconShieldCheck],
] as const

/** The home of an organisation that has nothing yet: what will stand here, and how to get there. */
export function EmptyHome() {
  const { t } = useTranslation('measurement')
  const { tour } = useMe()
  return (
    <Card title={t('empty.title')}>
      <p className={classes.text}>{t('empty.text')}</p>
      <ul className={classes.parts}>
        {PARTS.map(([part, Mark]) => (
          <li key={part} className={classes.part}>
            <Mark size={18} stroke={1.5} aria-hidden />
            <div>
              <h3>{t(`empty.${part}`)}</h3>
              <p>{t(`empty.${part}.text`)}</p>
            </div>
          </li>
        ))}
      </ul>
      {tour === null && <BringTourBack variant="filled">{t('tour.start')}</BringTourBack>}
    </Card>
  )
}
