import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, SegmentedControl } from '@mantine/core'
import { Suspense, lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { APPROVAL_VIEWS } from '#contract/approvals.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { useCurrentInSight } from '#web/ui/use-current-in-sight.ts'
import { ApprovalList } from './approvals/approval-list.tsx'
import { EmptyApprovals } from './approvals/empty-approvals.tsx'
import { GovernanceTabs } from './governance-tabs.tsx'
import classes from './approvals/approvals.module.css'

const ApprovalPanel = lazy(async () => ({ default: (await import('./approvals/approval-panel.tsx')).ApprovalPanel }))
type View = (typeof APPROVAL_VIEWS)[number]

/** What waits for whom: for me, on my line, what I wrote, and what was decided. */
export function ApprovalsScreen() {
  const { t } = useTranslation('approvals')
  const navigate = useNavigate()
  const row = useCurrentInSight<HTMLDivElement>()
  const { view: wanted, open } = useSearch({ from: '/shell/govern' })
  const me = useMe()
  // A workflow may ask somebody whom the operating model leaves out.
  const approves =
    me.actions.some((action) => action === 'posts.approve' || action === 'posts.publish') ||
    me.held.some(({ action }) => action === 'posts.approve')
  const view: View = APPROVAL_VIEWS.find((one) => one === wanted) ?? (approves ? 'for-me' : 'mine')
  const list = useInfiniteQuery({
    queryKey: [...orpc.governance.approvals.list.key(), view],
    queryFn: ({ pageParam }) =>
      api.governance.approvals.list({ view, limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  const go = (search: { view?: View; open?: string }) => void navigate({ to: '/govern', search })
  return (
    <Page title={t('title')}>
      <GovernanceTabs />
      <div ref={row} className={classes.views}>
        <SegmentedControl
          aria-label={t('view.label')}
          value={view}
          onChange={(next) => go({ view: APPROVAL_VIEWS.find((one) => one === next) ?? 'waiting' })}
          data={APPROVAL_VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </div>
      <Card pad={false}>
        <Loaded query={list} skeleton={6}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            return items.length === 0 ? (
              <EmptyApprovals view={view} />
            ) : (
              <ApprovalList key={view} items={items} onOpen={(id) => go({ view, open: id })} />
            )
          }}
        </Loaded>
      </Card>
      {list.hasNextPage && (
        <Button variant="default" mt={12} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <Suspense fallback={null}>
        <ApprovalPanel id={open ?? null} onClose={() => go({ view })} />
      </Suspense>
    </Page>
  )
}
