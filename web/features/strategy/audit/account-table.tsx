import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { FindingBadge, StateBadge } from './account-badges.tsx'
import { profileOf } from './profile.ts'
import type { Account } from './records.ts'
import { useFigures } from './use-figures.tsx'
import classes from './audit.module.css'

interface AccountTableProps {
  readonly caption: string
  readonly accounts: readonly Account[]
}

/** Accounts with how they stand, who holds them and what they show. */
export function AccountTable({ caption, accounts }: AccountTableProps) {
  const { t } = useTranslation('accounts')
  const figures = useFigures()
  const columns: readonly Column<Account>[] = [
    { key: 'account', head: t('column.account'), cell: (account) => <Lead account={account} /> },
    {
      key: 'state',
      head: t('column.state'),
      cell: ({ state, competitor }) =>
        competitor === null ? <StateBadge state={state} /> : <Badge tone="line">{t('state.competitor')}</Badge>,
      width: 130,
    },
    {
      key: 'holder',
      head: t('column.holder'),
      cell: ({ competitor, holder, holderWords }) => competitor?.name ?? holder?.name ?? (holderWords || '–'),
      width: 140,
    },
    {
      key: 'followers',
      head: t('column.followers'),
      number: true,
      cell: ({ reading }) => figures.show('followers', reading),
      width: 100,
    },
    {
      key: 'rhythm',
      head: t('column.postsPerWeek'),
      number: true,
      cell: ({ reading }) => figures.show('postsPerWeek', reading),
      width: 110,
    },
    {
      key: 'engagement',
      head: t('column.engagement'),
      number: true,
      cell: ({ reading }) => figures.show('engagementRate', reading),
      width: 110,
    },
    {
      key: 'profile',
      head: t('column.profile'),
      number: true,
      cell: ({ reading }) => {
        const { done, known } = profileOf(reading)
        return known === 0 ? '–' : t('profile-of', { done, known })
      },
      width: 90,
    },
    {
      key: 'noticed',
      head: t('column.noticed'),
      cell: ({ findings }) =>
        findings.length === 0 ? (
          '–'
        ) : (
          <span className={classes.badges}>
            {findings.map(({ finding }) => (
              <FindingBadge key={finding} finding={finding} />
            ))}
          </span>
        ),
      width: 210,
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={accounts} rowKey={(account) => account.id} />
}

function Lead({ account }: { account: Account }) {
  const { t } = useTranslation('accounts')
  const time = useTime()
  const sentence = useRefusalText()
  const { lookUpProblem, lookedUpAt } = account
  return (
    <span className={classes.lead}>
      <Link to="/strategy/audit/$accountId" params={{ accountId: account.id }} className="link">
        {account.handle}
      </Link>
      <span className={classes.quiet}>
        {[t(`platform.${account.platform}`), account.name, account.unit?.name].filter(Boolean).join(' · ')}
      </span>
      {lookUpProblem !== null && lookedUpAt !== null && (
        <span className={classes.failed}>
          {t('account.look-up.failed', { when: time.relative(lookedUpAt), why: sentence({ code: lookUpProblem }) })}
        </span>
      )}
    </span>
  )
}
