import { useQuery } from '@tanstack/react-query'
import { IconChartLine } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Lines } from '#web/ui/lines.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import strategy from '../strategy.module.css'
import { PROFILE_PARTS } from './profile.ts'
import { everyReadingOf } from './records.ts'
import type { Account, Reading } from './records.ts'
import { useFigures } from './use-figures.tsx'
import classes from './audit.module.css'

const FIGURES = ['followers', 'postsPerWeek', 'interactionsPerPost', 'engagementRate'] as const

/** What an account shows today: its figures, each explained, and how complete its profile is. */
export function FiguresCard({ account }: { readonly account: Account }) {
  const { t } = useTranslation('accounts')
  const figures = useFigures()
  const time = useTime()
  const { reading } = account
  if (reading === null)
    return (
      <Card>
        <Empty icon={IconChartLine} title={t('reading.none')} text={t('reading.none.text')} />
      </Card>
    )
  const words = { true: t('profile.yes'), false: t('profile.no'), null: t('profile.unknown') }
  return (
    <Card>
      <dl className={strategy.figures}>
        {FIGURES.map((figure) => (
          <div key={figure} className={strategy.figure}>
            <dt>{figures.label(figure)}</dt>
            <dd>{figures.show(figure, reading)}</dd>
          </div>
        ))}
        <div className={strategy.figure}>
          <dt>{t('reading.last-post')}</dt>
          <dd>
            <small>{reading.lastPostAt === null ? '–' : time.date(reading.lastPostAt)}</small>
          </dd>
        </div>
        {PROFILE_PARTS.map(([name, part]) => (
          <div key={name} className={strategy.figure}>
            <dt>{t(`profile.${part}`)}</dt>
            <dd>
              <small>{words[`${reading[name]}`]}</small>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** What an account showed over time, as a line and as a table. */
export function ReadingsCard({ account }: { readonly account: Account }) {
  const { t } = useTranslation('accounts')
  const query = useQuery(everyReadingOf(account.id))
  const time = useTime()
  const number = useNumber()
  const figures = useFigures()
  if (account.reading === null) return null
  return (
    <Card title={t('reading.title')} pad={false}>
      <Loaded query={query}>
        {(readings) => {
          const told = readings.filter(({ followers }) => followers !== null).toReversed()
          return (
            <>
              {told.length > 1 && (
                <div className={classes.chart}>
                  <Lines
                    title={t('reading.chart')}
                    across={t('reading.at')}
                    labels={told.map(({ at }) => time.date(at))}
                    lines={[{ name: t('column.followers'), values: told.map(({ followers }) => followers) }]}
                    format={(value) => number.compact(value)}
                    area
                  />
                </div>
              )}
              <DataTable<Reading>
                dense
                caption={t('reading.title')}
                rows={readings}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'at', head: t('reading.at'), cell: ({ at }) => time.date(at) },
                  { key: 'source', head: t('reading.source'), cell: ({ source }) => t(`reading.source.${source}`) },
                  ...FIGURES.map((figure) => ({
                    key: figure,
                    head: figures.label(figure),
                    number: true,
                    cell: (reading: Reading) => figures.write(figure, reading[figure]),
                  })),
                ]}
              />
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}
