import { IconAlertTriangle, IconLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { useKpis } from '../measure/use-kpis.ts'
import type { Goal } from '../records.ts'
import classes from '../strategy.module.css'
import { KpiFacts } from './kpi-select.tsx'

interface GoalDetailsProps {
  readonly goal: Goal
  readonly onLink: () => void
}

/** What a goal measures, for which objectives, whose it is and until when. */
export function GoalDetails({ goal, onLink }: GoalDetailsProps) {
  const { t } = useTranslation('strategy')
  const time = useTime()
  const number = useNumber()
  const me = useMe()
  const kpis = useKpis()
  const unit = kpis.all.find((kpi) => kpi.id === goal.kpi)?.unit ?? 'count'
  const measure = (value: string) => number.measure(value, unit, me.organisation.currency)
  return (
    <Card title={t('details')}>
      <dl className={classes.facts}>
        <dt>{t('goal.field.objectives')}</dt>
        <dd>{goal.objectives.length === 0 ? <NoObjective onLink={onLink} /> : <ServedObjectives goal={goal} />}</dd>
        <dt>{t('field.owner')}</dt>
        <dd>{goal.owner?.name ?? t('owner.nobody')}</dd>
        <dt>{t('field.period')}</dt>
        <dd>{time.days(goal.startsOn, goal.dueOn)}</dd>
        <dt>{t('goal.way')}</dt>
        <dd>{t('goal.from-to', { from: measure(goal.baseline), to: measure(goal.target) })}</dd>
        <dt>{t('goal.field.kpi')}</dt>
        <dd>
          {kpis.of(goal.kpi)?.name ?? goal.kpi}
          <p className={classes.quiet}>{kpis.of(goal.kpi)?.meaning}</p>
        </dd>
      </dl>
      <KpiFacts id={goal.kpi} />
    </Card>
  )
}

function ServedObjectives({ goal }: { goal: Goal }) {
  return (
    <ul>
      {goal.objectives.map((objective) => (
        <li key={objective.id}>
          <RecordLink type="objective" id={objective.id} className="link">
            {objective.title}
          </RecordLink>
        </li>
      ))}
    </ul>
  )
}

function NoObjective({ onLink }: { onLink: () => void }) {
  const { t } = useTranslation('strategy')
  return (
    <span className={classes.gap}>
      <span>
        <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
        {t('goal.no-objective')}
      </span>
      <AllowedButton
        action="goals.change"
        size="xs"
        variant="default"
        icon={<IconLink size={14} stroke={1.5} aria-hidden />}
        onClick={onLink}
      >
        {t('unlinked.close')}
      </AllowedButton>
    </span>
  )
}
