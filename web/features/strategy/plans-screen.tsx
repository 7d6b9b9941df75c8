import { Select } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconListCheck, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PLAN_LEVELS, PLAN_STATES } from '#contract/plans.ts'
import { orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { MoreButton } from '#web/ui/more-button.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { NewPlan } from './plans/plan-form.tsx'
import { PlanTable } from './plans/plan-table.tsx'
import { StrategyTabs } from './strategy-tabs.tsx'
import plans from './plans/plans.module.css'
import classes from './strategy.module.css'

/** Tactical and action plans: what waits for a decision first, then all of them. */
export function PlansScreen() {
  const { t } = useTranslation('plans')
  const search = useSearch({ from: '/shell/strategy/plans' })
  const [drafting, setDrafting] = useState(false)
  const level = PLAN_LEVELS.find((one) => one === search.level)
  const state = PLAN_STATES.find((one) => one === search.state)
  const waiting = useQuery(orpc.strategy.plans.list.queryOptions({ input: { waiting: 'true', limit: 50 } }))
  const query = useInfiniteQuery(
    orpc.strategy.plans.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 50,
        ...(level === undefined ? {} : { level }),
        ...(state === undefined ? {} : { state }),
        ...(search.goal === undefined ? {} : { goalId: search.goal }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const proposals = waiting.data?.items ?? []
  const filtered = level !== undefined || state !== undefined || search.goal !== undefined
  const add = (
    <AllowedButton
      action="plans.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setDrafting(true)}
    >
      {t('plans.new')}
    </AllowedButton>
  )
  return (
    <Page title={t('plans.title')} actions={add}>
      <StrategyTabs />
      <div className={classes.stack}>
        {proposals.length > 0 && (
          <Card title={t('plans.waiting')} badge={<Badge tone="info">{proposals.length}</Badge>} pad={false}>
            <PlanTable caption={t('plans.waiting')} plans={proposals} />
          </Card>
        )}
        <Card title={t('plans.all')} end={<Filters />} pad={false}>
          <Loaded query={query} skeleton={6}>
            {({ pages }) => {
              const items = pages.flatMap((page) => page.items)
              if (items.length > 0) return <PlanTable caption={t('plans.all')} plans={items} />
              return filtered ? (
                <Empty icon={IconListCheck} title={t('plans.none-here')} text={t('plans.empty.text')} />
              ) : (
                <Empty
                  icon={IconListCheck}
                  title={t('plans.empty')}
                  text={t('plans.empty.text')}
                  example={t('plans.empty.example')}
                  action={add}
                />
              )
            }}
          </Loaded>
          <MoreButton query={query} m={16} />
        </Card>
      </div>
      <SideSheet opened={drafting} onClose={() => setDrafting(false)} title={t('plans.new')}>
        <NewPlan goalId={search.goal} onDone={() => setDrafting(false)} />
      </SideSheet>
    </Page>
  )
}

function Filters() {
  const { t } = useTranslation('plans')
  const search = useSearch({ from: '/shell/strategy/plans' })
  const navigate = useNavigate()
  const choose = (name: 'level' | 'state', value: string | null) =>
    void navigate({ to: '/strategy/plans', search: { ...search, [name]: value ?? undefined }, replace: true })
  return (
    <div className={plans.filters}>
      <Select
        size="xs"
        w={140}
        clearable
        aria-label={t('plans.filter.level')}
        placeholder={t('plans.filter.level')}
        clearButtonProps={{ 'aria-label': t('plans.filter.any') }}
        data={PLAN_LEVELS.map((value) => ({ value, label: t(`plan.level.${value}`) }))}
        value={search.level ?? null}
        onChange={(value) => choose('level', value)}
      />
      <Select
        size="xs"
        w={140}
        clearable
        aria-label={t('plans.filter.state')}
        placeholder={t('plans.filter.state')}
        clearButtonProps={{ 'aria-label': t('plans.filter.any') }}
        data={PLAN_STATES.map((value) => ({ value, label: t(`plan.state.${value}`) }))}
        value={search.state ?? null}
        onChange={(value) => choose('state', value)}
      />
    </div>
  )
}
