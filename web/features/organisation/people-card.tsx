import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'
import { orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { PersonFace } from '#web/ui/person-face.tsx'
import { PersonActions, RoleCell } from './person-cells.tsx'
import classes from './people-card.module.css'

export type Person = InferContractRouterOutputs<Contract>['organisation']['people']['items'][number]

/** Everybody with an account here, a hundred at a time. */
export function PeopleCard() {
  const { t } = useTranslation('organisation')
  const ui = useTranslation('ui')
  const columns = useColumns()
  const people = useInfiniteQuery(
    orpc.organisation.people.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 100, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  return (
    <Card
      title={t('people')}
      pad={false}
      badge={
        people.data !== undefined &&
        !people.hasNextPage && <Badge>{people.data.pages.flatMap((page) => page.items).length}</Badge>
      }
    >
      <Loaded query={people}>
        {(data) => (
          <DataTable
            caption={t('people')}
            columns={columns}
            rows={data.pages.flatMap((page) => page.items)}
            rowKey={(person) => person.id}
          />
        )}
      </Loaded>
      {people.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="xs"
            loading={people.isFetchingNextPage}
            onClick={() => void people.fetchNextPage()}
          >
            {ui.t('more')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function useColumns(): readonly Column<Person>[] {
  const { t } = useTranslation('organisation')
  const time = useTime()
  return [
    { key: 'name', head: t('person.name'), cell: (person) => <PersonName person={person} /> },
    { key: 'role', head: t('person.role'), width: 220, cell: (person) => <RoleCell person={person} /> },
    {
      key: 'second',
      head: t('person.second-factor'),
      cell: (person) =>
        person.twoFactor ? (
          <Badge tone="good" icon={IconShieldCheck}>
            {t('person.second-factor.on')}
          </Badge>
        ) : (
          <span className="text-3">{t('person.second-factor.off')}</span>
        ),
    },
    {
      key: 'seen',
      head: t('person.last-seen'),
      cell: (person) =>
        person.lastSeenAt === null ? (
          <span className="text-3">{t('person.never')}</span>
        ) : (
          <span title={time.instant(person.lastSeenAt)}>{time.relative(person.lastSeenAt)}</span>
        ),
    },
    {
      key: 'actions',
      head: '',
      label: t('person.actions'),
      width: 56,
      number: true,
      cell: (person) => <PersonActions person={person} />,
    },
  ]
}

function PersonName({ person }: { person: Person }) {
  const { t } = useTranslation('organisation')
  const me = useMe()
  return (
    <span className={person.active ? classes.person : `${classes.person} ${classes.closed}`}>
      <PersonFace name={person.name} />
      <span className={classes.words}>
        <strong className="ellipsis">
          {person.name}
          {person.id === me.person.id && <span className="text-3"> {t('person.you')}</span>}
        </strong>
        <span className="text-3 small">{person.email}</span>
      </span>
      {!person.active && <Badge>{t('person.closed')}</Badge>}
    </span>
  )
}
