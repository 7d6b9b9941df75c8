import { Progress, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconAddressBook, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_PLATFORMS, ACCOUNT_STATES } from '#contract/audit-records.ts'
import { orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { MoreButton } from '#web/ui/more-button.tsx'
import { AccountTable } from './account-table.tsx'
import { useLookAllUp } from './use-look-all-up.ts'
import classes from './audit.module.css'

/** Ours first: the audit is about them. */
const WHOSE = ['ours', 'competitors', 'all'] as const

/** The list of accounts, with filters in the address. */
export function AccountsCard({ add }: { readonly add: ReactNode }) {
  const { t } = useTranslation('accounts')
  const search = useSearch({ from: '/shell/strategy/audit' })
  const state = ACCOUNT_STATES.find((one) => one === search.state)
  const platform = ACCOUNT_PLATFORMS.find((one) => one === search.platform)
  const whose = WHOSE.find((one) => one === search.whose) ?? 'ours'
  const query = useInfiniteQuery(
    orpc.strategy.audit.accounts.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 50,
        ...(state === undefined ? {} : { state }),
        ...(platform === undefined ? {} : { platform }),
        ...(whose === 'all' ? {} : { whose }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const filtered = state !== undefined || platform !== undefined || whose !== 'ours'
  return (
    <Card title={t('accounts')} end={<Filters />} pad={false}>
      <Loaded query={query} skeleton={6}>
        {({ pages }) => {
          const accounts = pages.flatMap((page) => page.items)
          if (accounts.length > 0) return <AccountTable caption={t('accounts')} accounts={accounts} />
          return filtered ? (
            <Empty icon={IconAddressBook} title={t('accounts.none-here')} text={t('accounts.none-here.text')} />
          ) : (
            <Empty
              icon={IconAddressBook}
              title={t('accounts.empty')}
              text={t('accounts.empty.text')}
              example={t('accounts.empty.example')}
              action={add}
            />
          )
        }}
      </Loaded>
      <MoreButton query={query} m={16} />
    </Card>
  )
}

function Filters() {
  const { t } = useTranslation('accounts')
  const search = useSearch({ from: '/shell/strategy/audit' })
  const navigate = useNavigate()
  const choose = (name: 'whose' | 'state' | 'platform', value: string | null) =>
    void navigate({ to: '/strategy/audit', search: { ...search, [name]: value ?? undefined }, replace: true })
  const selects = [
    ['state', ACCOUNT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))],
    ['platform', ACCOUNT_PLATFORMS.map((value) => ({ value, label: t(`platform.${value}`) }))],
  ] as const
  return (
    <div className={classes.filters}>
      <Select
        size="xs"
        w={130}
        allowDeselect={false}
        aria-label={t('filter.whose')}
        data={WHOSE.map((value) => ({ value, label: t(`filter.${value}`) }))}
        value={WHOSE.find((one) => one === search.whose) ?? 'ours'}
        onChange={(value) => choose('whose', value)}
      />
      {selects.map(([name, data]) => (
        <Select
          key={name}
          size="xs"
          w={130}
          clearable
          aria-label={t(`filter.${name}`)}
          placeholder={t(`filter.${name}`)}
          clearButtonProps={{ 'aria-label': t('filter.any') }}
          data={[...data]}
          value={search[name] ?? null}
          onChange={(value) => choose(name, value)}
        />
      ))}
      <LookAllUp />
    </div>
  )
}

function LookAllUp() {
  const { t } = useTranslation('accounts')
  const { progress, start } = useLookAllUp()
  const words = progress === null ? '' : t('accounts.looking', { done: progress.done + 1, total: progress.total })
  return (
    <>
      <AllowedButton
        size="xs"
        variant="default"
        action="goals.change"
        icon={<IconRefresh size={14} stroke={1.5} aria-hidden />}
        loading={progress !== null}
        onClick={() => void start()}
      >
        {t('accounts.look-all-up')}
      </AllowedButton>
      <span role="status" className={classes.quiet}>
        {words}
        {progress !== null && (
          <Progress w={120} aria-label={words} value={(100 * progress.done) / Math.max(1, progress.total)} />
        )}
      </span>
    </>
  )
}
