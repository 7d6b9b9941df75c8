import { SegmentedControl } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMay, useMe } from '#web/kernel/session.tsx'
import { localeOf, useTime } from '#web/kernel/use-time.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { only, useVersions } from '#web/ui/versions.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { PlanFields } from './plan-fields.tsx'
import { emptyPlan, planRequest, planValues } from './plan-values.ts'
import type { Plan } from './records.ts'
import { usePlanChecks } from './use-plan-checks.ts'

interface NewPlanProps {
  readonly parent?: Plan | undefined
  readonly goalId?: string | undefined
  readonly onDone: () => void
}

/** The form that drafts a plan, and then opens it. */
export function NewPlan({ parent, goalId, onDone }: NewPlanProps) {
  const { t, i18n } = useTranslation('plans')
  const me = useMe()
  const time = useTime()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const mayTactical = useMay('budget.change').because === ''
  const level = parent !== undefined || !mayTactical ? 'action' : 'tactical'
  const form = useProblemForm({
    initialValues: emptyPlan({ level, today: time.today(), ownerId: me.person.id, parent, goalId }),
    validate: usePlanChecks(),
    draft: `plan:new:${parent?.id ?? goalId ?? ''}`,
  })
  const send = form.submit(
    (values) => api.strategy.plans.create(planRequest(values, localeOf(i18n.language))),
    async (plan) => {
      onDone()
      announce(t('plan.created', { title: plan.title }))
      await navigate({ to: '/strategy/plans/$id', params: { id: plan.id } })
      await refreshStrategy(queryClient)
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      {parent === undefined && mayTactical && (
        <SegmentedControl
          aria-label={t('plan.field.level')}
          data={(['tactical', 'action'] as const).map((value) => ({ value, label: t(`plan.level.${value}`) }))}
          {...form.getInputProps('level')}
        />
      )}
      <PlanFields form={form} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="plans.change" sending={form.sending} onCancel={onDone} words={t('plan.save-draft')} />
    </form>
  )
}

/** The form that changes a plan. */
export function EditPlan({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const { t, i18n } = useTranslation('plans')
  const locale = localeOf(i18n.language)
  const queryClient = useQueryClient()
  const versions = useVersions({
    seen: plan,
    read: () => api.strategy.plans.show({ id: plan.id }),
    valuesOf: (record) => planValues(record, locale),
  })
  const form = useProblemForm({
    initialValues: planValues(plan, locale),
    validate: usePlanChecks(),
    draft: `plan:${plan.id}:${plan.version}`,
  })
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, names, version }) =>
        api.strategy.plans.change(
          {
            ...only(
              planRequest(values, locale),
              names.filter((name) => name !== 'level'),
            ),
            id: plan.id,
          },
          { context: { version } },
        ),
      ),
    async (saved) => {
      onDone()
      announce(t(saved.state === 'draft' && plan.state !== 'draft' ? 'plan.reopened' : 'plan.saved'))
      await refreshStrategy(queryClient)
    },
  )
  const told = [
    ['title', t('plan.field.title')],
    ['description', t('plan.field.description')],
    ['startsOn', t('plan.field.starts')],
    ['endsOn', t('plan.field.ends')],
    ['askedBudget', t('plan.field.budget')],
  ] as const
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <PlanFields form={form} owner={plan.owner} />
      <SaveProblem
        form={form}
        versions={versions}
        fields={(conflict) =>
          told
            .filter(([name]) => conflict.names.includes(name))
            .map(([name, label]) => ({ label, mine: conflict.mine[name] ?? '', theirs: conflict.theirs[name] ?? '' }))
        }
        save={send}
      />
      <SaveFoot action="plans.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}
