import { Button, Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BUDGET_LISTS } from '#contract/budget-records.ts'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RowProblems } from '#web/ui/row-problems.tsx'
import { announce } from '#web/ui/toast.tsx'
import fields from '../objectives/objective-fields.module.css'
import { refreshStrategy } from '../refresh-strategy.ts'
import classes from './budget.module.css'
import type { FileShape } from './import-sheet.tsx'
import type { TriedFile as Tried } from './records.ts'

interface TriedFileProps {
  readonly file: { readonly name: string; readonly text: string }
  readonly shape: FileShape
  readonly onColumns: (columns: Record<string, string>) => void
  readonly onDone: () => void
}

/** Which column is which, what the file would do or everything that is wrong with it, and the button that brings it in. */
export function TriedFile({ file, shape, onColumns, onDone }: TriedFileProps) {
  const { t } = useTranslation('budget')
  const { currency, ...rest } = shape
  const input = { ...rest, text: file.text, ...(/^[A-Z]{3}$/u.test(currency) ? { currency } : {}) }
  const tried = useQuery(
    orpc.strategy.budget.tryImport.queryOptions({
      input,
      staleTime: 0,
      gcTime: 0,
      retry: false,
      placeholderData: (before) => before,
    }),
  )
  const bringing = useBringing(input, onDone)
  return (
    <Loaded query={tried}>
      {(result) => (
        <div className={classes.form}>
          <p className="medium">{file.name}</p>
          <Columns tried={result} shape={shape} onColumns={onColumns} />
          <div role="status" className={classes.form}>
            {result.problems.length > 0 ? (
              <Problems problems={result.problems} />
            ) : (
              <p className={classes.views}>
                <Badge tone="good" icon={IconCircleCheck}>
                  {t('import.fine')}
                </Badge>
                {t('import.counts', {
                  created: result.created,
                  changed: result.changed,
                  unchanged: result.unchanged,
                })}
              </p>
            )}
          </div>
          {bringing.problem !== null && <ProblemNotice problem={bringing.problem} />}
          {result.problems.length === 0 && (
            <div>
              <Button loading={bringing.sending} onClick={() => void bringing.start()}>
                {t('import.do', { count: result.rows })}
              </Button>
            </div>
          )}
        </div>
      )}
    </Loaded>
  )
}

function useBringing(input: Parameters<typeof api.strategy.budget.import>[0], onDone: () => void) {
  const { t } = useTranslation('budget')
  const queryClient = useQueryClient()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const start = async () => {
    setSending(true)
    setProblem(null)
    try {
      const { created, changed, unchanged } = await api.strategy.budget.import(input)
      onDone()
      announce(t('import.done', { created, changed, unchanged }))
      await refreshStrategy(queryClient)
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setSending(false)
    }
  }
  return { sending, problem, start }
}

interface ColumnsProps {
  readonly tried: Tried
  readonly shape: FileShape
  readonly onColumns: TriedFileProps['onColumns']
}

/** A choice for each column; what the headings say themselves is chosen already. */
function Columns({ tried, shape, onColumns }: ColumnsProps) {
  const { t } = useTranslation('budget')
  const columns = BUDGET_LISTS[shape.list]
  return (
    <fieldset className={classes.form} style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="medium">{t('import.columns')}</legend>
      <div className={fields.period}>
        {columns.map((column) => (
          <Select
            key={column}
            size="xs"
            label={t(`column.${column}`)}
            allowDeselect={false}
            data={[
              { value: '', label: t('import.column.none') },
              ...tried.headings.map((heading) => ({ value: heading, label: heading })),
            ]}
            value={tried.columns[column] ?? ''}
            onChange={(heading) => onColumns({ ...tried.columns, [column]: heading ?? '' })}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Problems({ problems }: { readonly problems: Tried['problems'] }) {
  const { t } = useTranslation('budget')
  return (
    <>
      <p className={classes.below}>{t('import.problems', { count: problems.length })}</p>
      <RowProblems problems={problems} />
    </>
  )
}
