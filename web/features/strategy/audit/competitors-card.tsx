import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPencil, IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_PLATFORMS } from '#contract/audit-records.ts'
import { orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { NewAccount } from './account-form.tsx'
import { CompetitorForm } from './competitor-form.tsx'
import { everyCompetitor } from './records.ts'
import type { Side } from './records.ts'
import { SideBars } from './side-bars.tsx'
import { useFigures } from './use-figures.tsx'
import type { Figure } from './use-figures.tsx'
import classes from './audit.module.css'

const FIGURES = ['followers', 'followersGained', 'postsPerWeek', 'interactionsPerPost', 'engagementRate'] as const

type Open =
  | { readonly kind: 'competitor'; readonly id: string | null }
  | { readonly kind: 'account'; readonly id: string }

/** Our figures and those of competitors side by side: one figure as bars, all of them in a table. */
export function CompetitorsCard() {
  const { t } = useTranslation('accounts')
  const [platform, setPlatform] = useState<string | null>(null)
  const [figure, setFigure] = useState<Figure>('followers')
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const competitors = useQuery(everyCompetitor).data ?? []
  const query = useQuery(orpc.strategy.audit.comparison.queryOptions({ input: platform === null ? {} : { platform } }))
  const figures = useFigures()
  const add = (
    <AllowedButton
      action="goals.change"
      size="xs"
      variant="default"
      icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
      onClick={() => setOpen({ kind: 'competitor', id: null })}
    >
      {t('competitors.add')}
    </AllowedButton>
  )
  const choices = (
    <div className={classes.filters}>
      <Select
        size="xs"
        w={170}
        allowDeselect={false}
        aria-label={t('competitors.figure')}
        data={FIGURES.map((value) => ({ value, label: figures.label(value) }))}
        value={figure}
        onChange={(value) => setFigure(FIGURES.find((one) => one === value) ?? 'followers')}
      />
      <Select
        size="xs"
        w={150}
        clearable
        aria-label={t('filter.platform')}
        placeholder={t('competitors.everywhere')}
        clearButtonProps={{ 'aria-label': t('competitors.everywhere') }}
        data={ACCOUNT_PLATFORMS.filter((one) => query.data?.platforms.includes(one) === true).map((value) => ({
          value,
          label: t(`platform.${value}`),
        }))}
        value={platform}
        onChange={setPlatform}
      />
      {add}
    </div>
  )
  const chosen = competitors.find(({ id }) => open?.kind === 'competitor' && id === open.id)
  return (
    <Card title={t('competitors')} end={choices} pad={false}>
      <Loaded query={query}>
        {({ sides }) =>
          sides.length < 2 ? (
            <Empty
              icon={IconUsersGroup}
              title={t('competitors.empty')}
              text={t('competitors.empty.text')}
              action={add}
            />
          ) : (
            <>
              <SideBars sides={sides} figure={figure} />
              <SideTable sides={sides} onOpen={setOpen} />
            </>
          )
        }
      </Loaded>
      <SideSheet
        opened={open !== null}
        onClose={close}
        title={open?.kind === 'account' ? t('competitors.add-account') : (chosen?.name ?? t('competitors.add'))}
      >
        {open?.kind === 'account' && <NewAccount competitorId={open.id} onDone={close} />}
        {open?.kind === 'competitor' && <CompetitorForm competitor={chosen} onDone={close} />}
      </SideSheet>
    </Card>
  )
}

function SideTable({ sides, onOpen }: { sides: readonly Side[]; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('accounts')
  const figures = useFigures()
  return (
    <DataTable
      dense
      caption={t('competitors')}
      rows={sides}
      rowKey={({ competitor }) => competitor?.id ?? ''}
      columns={[
        { key: 'who', head: t('column.competitor'), cell: ({ competitor }) => competitor?.name ?? t('competitors.us') },
        {
          key: 'accounts',
          head: t('competitors.accounts'),
          number: true,
          cell: ({ accounts, read }) => t('competitors.read', { read, accounts }),
        },
        ...FIGURES.map((figure) => ({
          key: figure,
          head: figures.label(figure),
          number: true,
          cell: (side: Side) =>
            side[figure] === null ? (
              '–'
            ) : (
              <ExplainedNumber {...figures.explained[figure]} value={figures.write(figure, side[figure])} />
            ),
        })),
        {
          key: 'do',
          head: '',
          label: t('competitors.edit', { name: '' }),
          width: 80,
          cell: ({ competitor }) => competitor !== null && <Ways competitor={competitor} onOpen={onOpen} />,
        },
      ]}
    />
  )
}

function Ways({ competitor, onOpen }: { competitor: { id: string; name: string }; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('accounts')
  const { id, name } = competitor
  return (
    <span className={classes.ways}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${name}: ${t('competitors.add-account')}`}
        onClick={() => onOpen({ kind: 'account', id })}
      >
        <IconPlus size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('competitors.edit', { name })}
        onClick={() => onOpen({ kind: 'competitor', id })}
      >
        <IconPencil size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </span>
  )
}
