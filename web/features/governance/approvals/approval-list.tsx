import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { ApprovalBadge } from '#web/ui/approval-badge.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { useApprovalWords } from '#web/ui/use-approval-words.ts'
import type { ApprovalSummary } from '#web/ui/use-approval-words.ts'
import { BulkBar } from './bulk-bar.tsx'
import classes from './approvals.module.css'

interface ApprovalListProps {
  readonly items: readonly ApprovalSummary[]
  readonly onOpen: (id: string) => void
}

/** Requests, one a line; those that wait for oneself can be chosen and approved together. */
export function ApprovalList({ items, onOpen }: ApprovalListProps) {
  const { t } = useTranslation('approvals')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const bulk = items.filter((item) => item.mine.may === 'decide')
  const picked = bulk.filter((item) => chosen.includes(item.id))
  const columns = useColumns({
    onOpen,
    chosen,
    toggle: (id) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]),
  })
  return (
    <>
      {picked.length > 0 && <BulkBar items={picked} onDone={() => setChosen([])} />}
      <DataTable caption={t('table')} columns={columns} rows={items} rowKey={(item) => item.id} />
    </>
  )
}

interface Choice {
  readonly onOpen: (id: string) => void
  readonly chosen: readonly string[]
  readonly toggle: (id: string) => void
}

function useColumns({ onOpen, chosen, toggle }: Choice): readonly Column<ApprovalSummary>[] {
  const { t } = useTranslation('approvals')
  const time = useTime()
  const words = useApprovalWords()
  return [
    {
      key: 'post',
      head: t('column.post'),
      cell: (item) => (
        <div className={classes.choice}>
          {item.mine.may === 'decide' && (
            <Checkbox
              aria-label={t('row.choose', { title: item.post.title })}
              checked={chosen.includes(item.id)}
              onChange={() => toggle(item.id)}
            />
          )}
          <div className={classes.words}>
            <button
              type="button"
              className={`${classes.open} ellipsis`}
              aria-label={t('row.open', { title: item.post.title })}
              onClick={() => onOpen(item.id)}
            >
              {item.post.title}
            </button>
            <span className={`${classes.quiet} small`}>
              {[
                item.channel.name,
                item.askedBy === null
                  ? ''
                  : t('row.by', { name: item.askedBy.name, when: time.relative(item.createdAt) }),
              ]
                .filter((part) => part !== '')
                .join(', ')}
            </span>
          </div>
        </div>
      ),
    },
    {
      key: 'stage',
      head: t('column.stage'),
      width: 240,
      cell: (item) => (
        <div className={classes.stage}>
          <ApprovalBadge state={item.state} />
          {item.state === 'waiting' && (
            <span className={`${classes.quiet} small`}>
              {t('row.stage', { number: item.stage.number, of: item.stage.of, name: words.stageName(item.stage) })}
            </span>
          )}
        </div>
      ),
    },
    {
      key: 'waits',
      head: t('column.waits'),
      width: 220,
      cell: (item) =>
        item.gap === null ? (
          item.waitingFor.map(({ name }) => name).join(', ')
        ) : (
          <span className={classes.gap}>{t('row.gap')}</span>
        ),
    },
    { key: 'due', head: t('column.due'), width: 190, cell: (item) => time.instant(item.dueAt) },
  ]
}
