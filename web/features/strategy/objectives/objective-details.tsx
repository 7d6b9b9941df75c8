import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import type { Objective } from '../records.ts'
import classes from '../strategy.module.css'

/** What an objective says, whose it is and how long it lasts. */
export function ObjectiveDetails({ objective }: { readonly objective: Objective }) {
  const { t } = useTranslation('strategy')
  const time = useTime()
  return (
    <Card title={t('details')}>
      {objective.description !== '' && (
        <p className={classes.prose} style={{ marginBottom: 16 }}>
          {objective.description}
        </p>
      )}
      <dl className={classes.facts}>
        <dt>{t('field.owner')}</dt>
        <dd>{objective.owner?.name ?? t('owner.nobody')}</dd>
        <dt>{t('field.period')}</dt>
        <dd>{time.days(objective.startsOn, objective.endsOn)}</dd>
        <dt>{t('objective.field.perspective')}</dt>
        <dd>
          {t(`perspective.${objective.perspective}`)}
          <p className={classes.quiet}>{t(`perspective.${objective.perspective}.explained`)}</p>
        </dd>
      </dl>
    </Card>
  )
}
