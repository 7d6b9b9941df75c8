import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconSearch, IconTarget } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Cascade } from '../plans/records.ts'
import { TreeRow } from './tree-row.tsx'
import classes from './cascade.module.css'

interface TreeCardProps {
  readonly cascade: Cascade
  readonly search: string
  readonly onSearch: (text: string) => void
}

/** Objectives with their effort; each opens to what serves it, down to the single post. */
export function TreeCard({ cascade, search, onSearch }: TreeCardProps) {
  const { t } = useTranslation('plans')
  const number = useNumber()
  const one = (amount: string) => number.count(String(Math.round(Number(amount) * 10) / 10))
  return (
    <Card
      title={t('cascade.tree')}
      pad={false}
      end={
        <TextInput
          size="xs"
          aria-label={t('cascade.tree.search')}
          placeholder={t('cascade.tree.search')}
          leftSection={<IconSearch size={14} stroke={1.5} aria-hidden />}
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
        />
      }
    >
      {cascade.objectives.length === 0 ? (
        <Empty
          icon={IconTarget}
          title={t('cascade.tree.empty')}
          text={t('cascade.tree.empty.text')}
          action={
            <Button component={Link} to="/strategy" variant="light">
              {t('cascade.tree.empty.action')}
            </Button>
          }
        />
      ) : (
        <ul className={classes.tree}>
          {cascade.objectives.map(({ id, title, owner, endsOn, goals, plans, reviews, effort }) => (
            <TreeRow
              key={id}
              branch={{
                type: 'objective',
                id,
                title,
                owner,
                state: null,
                on: endsOn,
                below: goals + plans,
                reviews,
              }}
              words={[
                goals + plans === 0 ? t('cascade.tree.nobody-serves') : t('cascade.tree.serves', { goals, plans }),
                t('plan.hours-of', { actual: one(effort.hoursActual), planned: one(effort.hoursPlanned) }),
                `${one(effort.posts)} ${t('cascade.posts').toLowerCase()}`,
                number.money({ amount: effort.value, currency: cascade.currency }),
              ]}
              lonely={goals + plans === 0}
            />
          ))}
        </ul>
      )}
      {cascade.more > 0 && <p className={classes.more}>{t('cascade.tree.more', { count: cascade.more })}</p>}
    </Card>
  )
}
