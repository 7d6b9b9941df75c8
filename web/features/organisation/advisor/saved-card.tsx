import { Button, Checkbox, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconScale } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Comparison } from './comparison.tsx'
import { placementsQuery, type Placement } from './records.ts'
import { useAdvisorWords } from './use-advisor-words.ts'
import { usePlacementActions } from './use-placement-actions.ts'
import classes from './advisor.module.css'

const ApplyDialog = lazy(async () => ({ default: (await import('./apply-dialog.tsx')).ApplyDialog }))

/** Assessments kept over time: propose one, apply it, hold two against each other. */
export function SavedCard() {
  const { t } = useAdvisorWords()
  const saved = useQuery(placementsQuery)
  const [compared, setCompared] = useState<readonly string[]>([])
  const [applying, setApplying] = useState<Placement | null>(null)
  const columns = useColumns({
    compared,
    onCompare: (id, on) => setCompared(on ? [...compared, id].slice(-2) : compared.filter((one) => one !== id)),
    onApply: setApplying,
  })
  return (
    <Card title={t('saved')} pad={false} className={classes.saved}>
      <Loaded query={saved}>
        {(items) => {
          const both = compared.flatMap((id) => items.find((item) => item.id === id) ?? [])
          const [one, other] = both
          return items.length === 0 ? (
            <Empty icon={IconScale} title={t('saved.none')} text={t('saved.none-text')} />
          ) : (
            <>
              <DataTable caption={t('saved')} columns={columns} rows={items} rowKey={(item) => item.id} />
              {one !== undefined && other !== undefined && <Comparison one={one} other={other} />}
            </>
          )
        }}
      </Loaded>
      {applying !== null && (
        <Suspense fallback={null}>
          <ApplyDialog placement={applying} onClose={() => setApplying(null)} />
        </Suspense>
      )}
    </Card>
  )
}

interface Handles {
  readonly compared: readonly string[]
  readonly onCompare: (id: string, on: boolean) => void
  readonly onApply: (placement: Placement) => void
}

function useColumns({ compared, onCompare, onApply }: Handles): readonly Column<Placement>[] {
  const { t, place } = useAdvisorWords()
  const model = useTranslation('model')
  const time = useTime()
  return [
    { key: 'title', head: t('name'), cell: (item) => <strong>{item.title}</strong> },
    { key: 'at', head: t('saved.at'), cell: (item) => time.date(item.createdAt) },
    { key: 'place', head: t('places'), cell: (item) => place(item.result.places[0]?.key ?? '') },
    {
      key: 'model',
      head: t('models'),
      cell: (item) => (item.result.models[0] === undefined ? '' : model.t(`model.${item.result.models[0].key}`)),
    },
    { key: 'state', head: t('saved.state'), cell: (item) => <State item={item} /> },
    {
      key: 'compare',
      head: t('saved.compare'),
      cell: (item) => (
        <Checkbox
          aria-label={t('saved.compare-of', { title: item.title })}
          checked={compared.includes(item.id)}
          onChange={(event) => onCompare(item.id, event.currentTarget.checked)}
        />
      ),
    },
    {
      key: 'actions',
      head: '',
      label: t('saved.actions'),
      number: true,
      cell: (item) => <Actions item={item} onApply={onApply} />,
    },
  ]
}

function State({ item }: { item: Placement }) {
  const { t } = useAdvisorWords()
  const time = useTime()
  if (item.appliedAt !== null) return <Badge tone="good">{t('state.applied', { at: time.date(item.appliedAt) })}</Badge>
  if (item.proposedAt !== null)
    return <Badge tone="accent">{t('state.proposed', { at: time.date(item.proposedAt) })}</Badge>
  return <Badge>{t('state.kept')}</Badge>
}

function Actions({ item, onApply }: { item: Placement; onApply: (placement: Placement) => void }) {
  const { t } = useAdvisorWords()
  const { propose, withdraw, remove } = usePlacementActions()
  if (item.appliedAt !== null) return null
  const action = 'operating-model.change'
  return (
    <Group gap={8} justify="flex-end" wrap="nowrap">
      {item.proposedAt === null ? (
        <AllowedButton action={action} size="xs" variant="default" onClick={() => void propose(item)}>
          {t('propose')}
        </AllowedButton>
      ) : (
        <>
          <AllowedButton action={action} size="xs" onClick={() => onApply(item)}>
            {t('apply')}
          </AllowedButton>
          <Button size="xs" variant="default" onClick={() => void withdraw(item)}>
            {t('withdraw')}
          </Button>
        </>
      )}
      <Button
        size="xs"
        variant="subtle"
        color="bad"
        aria-label={t('remove-of', { title: item.title })}
        onClick={() => void remove(item)}
      >
        {t('remove')}
      </Button>
    </Group>
  )
}
