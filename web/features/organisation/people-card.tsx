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
export function PeopleCard({ onChoose }: { readonly onChoose: (person: Person) => void }) {
  const { t } = useTranslation('organisation')
  const ui = useTranslation('ui')
  const columns = useColumns(onChoose)
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

function useColumns(onChoose: (person: Person) => void): readonly Column<Person>[] {
  const { t } = useTranslation('organisation')
  const time = useTime()
  return [
    { key: 'name', head: t('person.name'), cell: (person) => <PersonName person={person} onChoose={onChoose} /> },
    { key: 'positions', head: t('person.positions'), cell: (person) => <Held person={person} /> },
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

function Held({ person: { positions, coreTeam } }: { person: Person }) {
  const { t } = useTranslation('organisation')
  if (positions.length === 0 && !coreTeam) return <span className="text-3">{t('person.no-position')}</span>
  return (
    <span className={classes.held} title={positions.map(({ title, unit }) => `${title}, ${unit.name}`).join('; ')}>
      {positions.map(({ id, title, unit }) => (
        <span key={id} className="ellipsis">
          {title} <span className="text-3">{unit.name}</span>
        </span>
      ))}
      {coreTeam && <Badge tone="accent">{t('person.core-team')}</Badge>}
    </span>
  )
}

function PersonName({ person, onChoose }: { person: Person; onChoose: (person: Person) => void }) {
  const { t } = useTranslation('organisation')
  const me = useMe()
  return (
    <span className={person.active ? classes.person : `${classes.person} ${classes.closed}`}>
      <PersonFace name={person.name} />
      <span className={classes.words}>
        <strong className="ellipsis">
          <button type="button" className={classes.open} onClick={() => onChoose(person)}>
            {person.name}
          </button>
          {person.id === me.person.id && <span className="text-3"> {t('person.you')}</span>}
        </strong>
        <span className="text-3 small">{person.email}</span>
      </span>
      {!person.active && <Badge>{t('person.closed')}</Badge>}
    </span>
  )
}
