import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import classes from '../strategy.module.css'
import plans from './plans.module.css'
import type { Plan } from './records.ts'

/** What was last said about a plan on its way up and down: who proposed, approved or returned it, with which words. */
export function PlanSaid({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('plans')
  const time = useTime()
  const { state, decidedBy, decidedAt, proposedBy, proposedAt } = plan
  if (state === 'draft') return null
  const proposed = state === 'proposed'
  const [who, when] = proposed ? [proposedBy, proposedAt] : [decidedBy, decidedAt]
  if (when === null) return null
  return (
    <div className={plans.said}>
      <p className="medium">{t(`plan.said.${state}`, { by: who?.name ?? '–', when: time.relative(when) })}</p>
      {!proposed && plan.words !== '' && <p className={classes.prose}>{plan.words}</p>}
    </div>
  )
}

/** What a plan serves, where it belongs, and its budget, asked and granted. */
export function PlanFacts({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('plans')
  const time = useTime()
  const number = useNumber()
  const { currency, askedBudget, grantedBudget, tasks } = plan
  const serves = [
    ...plan.objectives.map((one) => ({ ...one, type: 'objective' as const })),
    ...plan.goals.map((one) => ({ ...one, type: 'goal' as const })),
  ]
  return (
    <Card title={t('plan.facts')}>
      <dl className={classes.facts}>
        {plan.parent !== null && (
          <>
            <dt>{t('plan.parent')}</dt>
            <dd>
              <Link to="/strategy/plans/$id" params={{ id: plan.parent.id }} className="link">
                {plan.parent.title}
              </Link>
            </dd>
          </>
        )}
        {(serves.length > 0 || plan.parent === null) && (
          <>
            <dt>{t('plan.serves')}</dt>
            <dd>
              {serves.length === 0 && t('plan.serves.none')}
              <ul>
                {serves.map(({ id, type, title }) => (
                  <li key={id}>
                    <RecordLink type={type} id={id} className="link">
                      {title}
                    </RecordLink>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>{t('plan.days')}</dt>
        <dd>{time.days(plan.startsOn, plan.endsOn)}</dd>
        <dt>{t('plan.owner')}</dt>
        <dd>{plan.owner?.name ?? t('plan.owner.none')}</dd>
        {plan.unit !== null && (
          <>
            <dt>{t('plan.unit')}</dt>
            <dd>{plan.unit.name}</dd>
          </>
        )}
        {askedBudget !== null && (
          <>
            <dt>{t('plan.budget.asked')}</dt>
            <dd>{number.money({ amount: askedBudget, currency })}</dd>
          </>
        )}
        {grantedBudget !== null && (
          <>
            <dt>{t('plan.budget.granted')}</dt>
            <dd className="medium">{number.money({ amount: grantedBudget, currency })}</dd>
          </>
        )}
        <dt>{t('plan.column.tasks')}</dt>
        <dd>{t('plan.tasks-of', { done: number.count(tasks.done), total: number.count(tasks.total) })}</dd>
        <dt>{t('plan.column.hours')}</dt>
        <dd>
          {t('plan.hours-of', { actual: number.count(tasks.hoursActual), planned: number.count(tasks.hoursPlanned) })}
        </dd>
      </dl>
      {plan.description !== '' && <p className={classes.prose}>{plan.description}</p>}
    </Card>
  )
}
