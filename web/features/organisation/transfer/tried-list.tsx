import { Button, Progress } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListKind } from '#contract/transfer.ts'
import { api, asProblem, orpc, type Problem } from '#web/kernel/client.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { refreshStructure, type Tried } from '../structure-records.ts'
import { saveFile } from '#web/ui/read-file.ts'
import { RowProblems } from '#web/ui/row-problems.tsx'
import classes from '../units/units.module.css'

interface TriedListProps {
  readonly list: ListKind
  readonly file: { readonly name: string; readonly text: string }
}
type Done = Awaited<ReturnType<typeof api.organisation.transfer.import>>

/** What a file would do, or everything that is wrong with it; then the button that brings it in. */
export function TriedList({ list, file }: TriedListProps) {
  const { t } = useTranslation('transfer')
  const tried = useQuery(
    orpc.organisation.transfer.check.queryOptions({
      input: { list, text: file.text },
      staleTime: 0,
      gcTime: 0,
      retry: false,
    }),
  )
  const bringing = useBringing(list, file.text)
  if (bringing.done !== null) return <Brought done={bringing.done} />
  return (
    <Loaded query={tried}>
      {(result) => (
        <div className={classes.form} role="status">
          <p>
            <strong>{file.name}</strong>
          </p>
          {result.problems.length > 0 ? (
            <Problems problems={result.problems} />
          ) : (
            <>
              <Counts result={result} />
              {bringing.problem !== null && <ProblemNotice problem={bringing.problem} />}
              {bringing.importId !== null && <ImportProgress id={bringing.importId} />}
              <div>
                <Button loading={bringing.importId !== null} onClick={() => void bringing.start()}>
                  {t('import.do', { count: result.rows })}
                </Button>
              </div>
            </>
          )}
        </div>
      )}
    </Loaded>
  )
}

function useBringing(list: ListKind, text: string) {
  const queryClient = useQueryClient()
  const [importId, setImportId] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const start = async () => {
    const id = crypto.randomUUID()
    setImportId(id)
    setProblem(null)
    try {
      setDone(await api.organisation.transfer.import({ list, text, importId: id }))
      await refreshStructure(queryClient)
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setImportId(null)
    }
  }
  return { importId, problem, done, start }
}

function ImportProgress({ id }: { id: string }) {
  const { t } = useTranslation('transfer')
  const progress = useQuery(
    orpc.organisation.transfer.progress.queryOptions({
      input: { id },
      refetchInterval: 400,
      retry: true,
      staleTime: 0,
    }),
  )
  const { done = 0, total = 0 } = progress.data ?? {}
  return <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={t('import.progress', { done, total })} />
}

function Counts({ result }: { result: Tried }) {
  const { t } = useTranslation('transfer')
  return (
    <p className={classes.name}>
      <Badge tone="good" icon={IconCircleCheck}>
        {t('import.fine')}
      </Badge>
      {t('import.counts', {
        created: result.created,
        changed: result.changed,
        unchanged: result.unchanged,
        invited: result.invited,
      })}
    </p>
  )
}

function Problems({ problems }: { problems: Tried['problems'] }) {
  const { t } = useTranslation('transfer')
  return (
    <>
      <p className={classes.vacant}>{t('problems', { count: problems.length })}</p>
      <RowProblems problems={problems} />
    </>
  )
}

function Brought({ done }: { done: Done }) {
  const { t } = useTranslation('transfer')
  const links = () =>
    saveFile(
      `${t('invitations.file')}.csv`,
      `\uFEFF${[
        [t('column.name'), t('column.email'), t('invitations.link')],
        ...done.invitations.map(({ name, email, link }) => [name, email, link]),
      ]
        .map((row) =>
          row.map((cell) => `"${(/^[=+\-@]/u.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(','),
        )
        .join('\r\n')}\r\n`,
    )
  return (
    <div className={classes.form} role="status">
      <p className={classes.name}>
        <Badge tone="good" icon={IconCircleCheck}>
          {t('import.done')}
        </Badge>
        {t('import.did', { created: done.created, changed: done.changed, unchanged: done.unchanged })}
      </p>
      {done.invitations.length > 0 && (
        <>
          <p>{t('invitations', { count: done.invitations.length })}</p>
          <div>
            <Button variant="default" onClick={links}>
              {t('invitations.save')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
