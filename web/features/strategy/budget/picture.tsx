import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { IconReceipt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { BUDGET_GROUPS } from '#contract/budget-records.ts'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import strategy from '../strategy.module.css'
import classes from './budget.module.css'
import { Gaps } from './gaps.tsx'
import { GroupsTable } from './groups-table.tsx'
import { MonthsChart } from './months-chart.tsx'
import type { Budget } from './records.ts'

const SUMS = ['planned', 'committed', 'actual', 'left'] as const

/** A year of the budget: its sums, month by month, told apart, with what is not in it and by what it was converted. */
export function Picture({ add }: { readonly add: ReactNode }) {
  const { t } = useTranslation('budget')
  const time = useTime()
  const search = useSearch({ from: '/shell/strategy/budget' })
  const by = BUDGET_GROUPS.find((one) => one === search.by) ?? 'category'
  const year = (search.year ?? time.today()).slice(0, 4)
  const query = useQuery(
    orpc.strategy.budget.show.queryOptions({
      input: {
        from: `${year}-01-01`,
        to: `${year}-12-31`,
        by,
        ...(search.plan === undefined ? {} : { planId: search.plan }),
        ...(search.campaign === undefined ? {} : { campaignId: search.campaign }),
      },
      placeholderData: (before) => before,
    }),
  )
  return (
    <Loaded query={query} skeleton={8}>
      {(budget) => (
        <div className={strategy.stack}>
          <Card title={year} end={<YearChoice year={year} />}>
            <SumsList budget={budget} />
          </Card>
          <Gaps budget={budget} />
          {budget.currencies.length === 0 ? (
            <Card>
              <Empty
                icon={IconReceipt}
                title={t('empty')}
                text={t('empty.text')}
                example={t('empty.example')}
                action={add}
              />
            </Card>
          ) : (
            <>
              <Card title={t('months.title')}>
                <MonthsChart budget={budget} />
              </Card>
              <Card title={t('groups.title')} end={<ByChoice by={by} />} pad={false}>
                <GroupsTable budget={budget} by={by} />
              </Card>
              <Converted budget={budget} />
            </>
          )}
        </div>
      )}
    </Loaded>
  )
}

function SumsList({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation('budget')
  const number = useNumber()
  return (
    <dl className={classes.sums}>
      {SUMS.map((name) => (
        <div key={name}>
          <dt>{t(`sum.${name}`)}</dt>
          <dd>
            <ExplainedNumber
              value={number.money({ amount: budget.total[name], currency: budget.currency })}
              className={name === 'left' && budget.total.left.startsWith('-') ? classes.below : undefined}
              label={t(`sum.${name}`)}
              definition={t(`sum.${name}.means`)}
              formula={name === 'left' ? t('sum.left.formula') : undefined}
              source={t('sum.source')}
              fresh={t('sum.fresh')}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** By which rates amounts were converted, and the sums in the currencies in which they were said. */
function Converted({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation('budget')
  const time = useTime()
  const number = useNumber()
  const foreign = budget.currencies.filter(({ currency }) => currency !== budget.currency)
  if (foreign.length === 0) return null
  return (
    <Card
      title={t('currencies')}
      end={
        <Link to="/strategy/budget" search={{ view: 'rates' }} className="link">
          {t('view.rates')}
        </Link>
      }
    >
      <ul>
        {budget.currencies.map(({ currency, planned, committed, actual }) => (
          <li key={currency} className={classes.views}>
            <span className="medium">{currency}</span>
            {(['planned', 'committed', 'actual'] as const).map((name) => (
              <span key={name} className="text-2">
                {t(`sum.${name}`)} {number.money({ amount: { planned, committed, actual }[name], currency })}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {budget.rates.length > 0 && (
        <p className={classes.said}>
          <span>{t('rates.how')}</span>
          {budget.rates.map(({ currency, count, firstOn, lastOn }) => (
            <span key={currency}>
              {t('rates.used', { currency, count, from: time.day(firstOn), to: time.day(lastOn) })}
            </span>
          ))}
        </p>
      )}
    </Card>
  )
}

function YearChoice({ year }: { readonly year: string }) {
  const { t } = useTranslation('budget')
  const search = useSearch({ from: '/shell/strategy/budget' })
  const navigate = useNavigate()
  const now = Number(useTime().today().slice(0, 4))
  const years = [...new Set([now + 1, now, now - 1, now - 2, now - 3, Number(year)])].sort((one, other) => other - one)
  return (
    <Select
      size="xs"
      w={96}
      allowDeselect={false}
      aria-label={t('year')}
      data={years.map(String)}
      value={year}
      // A whole day, since a bare number would not be read back from the address as text.
      onChange={(value) =>
        void navigate({ to: '/strategy/budget', search: { ...search, year: `${value}-01-01` }, replace: true })
      }
    />
  )
}

function ByChoice({ by }: { readonly by: string }) {
  const { t } = useTranslation('budget')
  const search = useSearch({ from: '/shell/strategy/budget' })
  const navigate = useNavigate()
  return (
    <Select
      size="xs"
      w={130}
      allowDeselect={false}
      aria-label={t('by')}
      data={BUDGET_GROUPS.map((value) => ({ value, label: t(`by.${value}`) }))}
      value={by}
      onChange={(value) =>
        void navigate({ to: '/strategy/budget', search: { ...search, by: value ?? 'category' }, replace: true })
      }
    />
  )
}
