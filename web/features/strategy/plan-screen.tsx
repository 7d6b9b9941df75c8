import { Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { IconCheck, IconPencil, IconPlus, IconSend, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { PlanBudgetCard } from './budget/plan-budget-card.tsx'
import { ReviewCard } from './cascade/review-card.tsx'
import { HistoryCard } from './history/history-card.tsx'
import { DecideForm } from './plans/decide-form.tsx'
import { PlanBadge, ReviewBadge } from './plans/plan-badge.tsx'
import { PlanFacts, PlanSaid } from './plans/plan-facts.tsx'
import { EditPlan, NewPlan } from './plans/plan-form.tsx'
import { PlanTable } from './plans/plan-table.tsx'
import type { Plan } from './plans/records.ts'
import { refreshStrategy } from './refresh-strategy.ts'
import { TasksCard } from './tasks/tasks-card.tsx'
import classes from './strategy.module.css'

type Sheet = 'edit' | 'decide' | 'below'

/** One plan: what was decided about it, its tasks on a board, the action plans below, and what changed above it. */
export function PlanScreen() {
  const { t } = useTranslation('plans')
  const { id } = useParams({ from: '/shell/strategy/plans/$id' })
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const query = useQuery(orpc.strategy.plans.show.queryOptions({ input: { id } }))
  const plan = query.data
  const close = () => setSheet(null)
  const title = sheet === 'decide' ? t('plan.decide.title') : t(sheet === 'below' ? 'plans.new-action' : 'plan.edit')
  return (
    <Page
      title={plan?.title ?? t('plan')}
      badge={
        plan !== undefined && (
          <Group gap={4}>
            <PlanBadge state={plan.state} />
            <ReviewBadge count={plan.reviews} />
          </Group>
        )
      }
      sub={plan !== undefined && t(`plan.level.${plan.level}`)}
      actions={plan !== undefined && <Actions plan={plan} onSheet={setSheet} />}
    >
      <Loaded query={query} skeleton={8}>
        {(shown) => (
          <div className={classes.stack}>
            <PlanSaid plan={shown} />
            <ReviewCard subjectId={id} />
            <div className={classes.columns}>
              <div>
                <TasksCard planId={id} />
                {shown.level === 'tactical' && <Below plan={shown} onAdd={() => setSheet('below')} />}
              </div>
              <div>
                <PlanFacts plan={shown} />
                <PlanBudgetCard plan={shown} />
                <ReviewCard causeId={id} />
                <HistoryCard type="plan" id={id} />
              </div>
            </div>
          </div>
        )}
      </Loaded>
      <SideSheet opened={sheet !== null && plan !== undefined} onClose={close} title={title}>
        {plan !== undefined && sheet === 'edit' && <EditPlan plan={plan} onDone={close} />}
        {plan !== undefined && sheet === 'decide' && <DecideForm plan={plan} onDone={close} />}
        {plan !== undefined && sheet === 'below' && <NewPlan parent={plan} onDone={close} />}
      </SideSheet>
    </Page>
  )
}

function Actions({ plan, onSheet }: { plan: Plan; onSheet: (sheet: Sheet) => void }) {
  const { t } = useTranslation('plans')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const sentence = useProblemText()
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  const propose = () =>
    attempt(async () => {
      await api.strategy.plans.propose({ id: plan.id }, { context: { version: plan.version } })
      announce(t('plan.proposed'))
      await refreshStrategy(queryClient)
    })
  const restore = () =>
    attempt(async () => {
      await api.strategy.plans.restore({ id: plan.id })
      await refreshStrategy(queryClient)
      announce(t('plan.restored'))
    })
  const remove = () =>
    attempt(async () => {
      await api.strategy.plans.remove({ id: plan.id }, { context: { version: plan.version } })
      await navigate({ to: '/strategy/plans' })
      await refreshStrategy(queryClient)
      announce(t('plan.removed', { title: plan.title }), { undo: restore })
    })
  const action = plan.level === 'tactical' ? 'budget.change' : 'plans.change'
  const held = plan.plans > 0 || plan.tasks.total > 0 ? t('plan.held') : undefined
  return (
    <Group gap={8}>
      <AllowedButton
        action={action}
        variant="default"
        heldBy={held}
        icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
        onClick={() => void remove()}
      >
        {t('plan.remove')}
      </AllowedButton>
      <AllowedButton
        action={action}
        variant="default"
        icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
        onClick={() => onSheet('edit')}
      >
        {t('plan.edit')}
      </AllowedButton>
      {(plan.state === 'draft' || plan.state === 'returned') && (
        <AllowedButton
          action={action}
          icon={<IconSend size={16} stroke={1.5} aria-hidden />}
          onClick={() => void propose()}
        >
          {t('plan.propose')}
        </AllowedButton>
      )}
      {plan.mayDecide && (
        <AllowedButton
          action="plans.change"
          icon={<IconCheck size={16} stroke={1.5} aria-hidden />}
          onClick={() => onSheet('decide')}
        >
          {t('plan.decide')}
        </AllowedButton>
      )}
    </Group>
  )
}

function Below({ plan, onAdd }: { plan: Plan; onAdd: () => void }) {
  const { t } = useTranslation('plans')
  const query = useQuery(orpc.strategy.plans.list.queryOptions({ input: { parentId: plan.id, limit: 200 } }))
  return (
    <Card
      title={t('plan.below')}
      pad={false}
      end={
        <AllowedButton
          action="plans.change"
          size="xs"
          variant="light"
          icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
          onClick={onAdd}
        >
          {t('plans.new-action')}
        </AllowedButton>
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.quiet} style={{ padding: 16 }}>
              {t('plan.below.empty')}
            </p>
          ) : (
            <PlanTable caption={t('plan.below')} plans={items} />
          )
        }
      </Loaded>
    </Card>
  )
}
