import { Button, FileButton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconCircleCheck, IconDownload, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_COLUMNS } from '#contract/audit-records.ts'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { readFileText, saveFile } from '#web/ui/read-file.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { RowProblems } from '#web/ui/row-problems.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from '../refresh-strategy.ts'
import type { Tried } from './records.ts'
import classes from './audit.module.css'

interface Chosen {
  readonly name: string
  readonly text: string
}

/** Carries the list of accounts in and out as a file for a spreadsheet. */
export function TransferSheet({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('accounts')
  const sentence = useProblemText()
  const [file, setFile] = useState<Chosen | null>(null)
  const take = async () => {
    try {
      const { name, text } = await api.strategy.audit.export()
      saveFile(name, text)
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  return (
    <div className={classes.form}>
      <section className={classes.form} aria-labelledby="take-out">
        <h3 id="take-out">{t('transfer.export')}</h3>
        <p className="text-2">{t('transfer.export.text')}</p>
        <div>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
            onClick={() => void take()}
          >
            {t('transfer.export.do')}
          </Button>
        </div>
      </section>
      <section className={classes.part} aria-labelledby="bring-in">
        <h3 id="bring-in">{t('transfer.import')}</h3>
        <p className="text-2">{t('transfer.import.text')}</p>
        <p className="text-3 small">
          {t('transfer.columns', { columns: ACCOUNT_COLUMNS.map((column) => t(`column.${column}`)).join(', ') })}
        </p>
        <div>
          <FileButton
            accept=".csv,text/csv,text/plain"
            onChange={(picked) => {
              if (picked !== null) void readFileText(picked).then((text) => setFile({ name: picked.name, text }))
            }}
          >
            {(props) => (
              <Button
                {...props}
                variant={file === null ? 'filled' : 'default'}
                leftSection={<IconUpload size={16} stroke={1.5} aria-hidden />}
              >
                {t('transfer.import')}
              </Button>
            )}
          </FileButton>
        </div>
        {file !== null && <TriedFile key={`${file.name} ${file.text.length}`} file={file} onDone={onDone} />}
      </section>
    </div>
  )
}

/** What a file would do, or everything that is wrong with it; then the button that brings it in. */
function TriedFile({ file, onDone }: { file: Chosen; onDone: () => void }) {
  const { t } = useTranslation('accounts')
  const queryClient = useQueryClient()
  const [bringing, setBringing] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const tried = useQuery(
    orpc.strategy.audit.check.queryOptions({ input: { text: file.text }, staleTime: 0, gcTime: 0, retry: false }),
  )
  const bring = async () => {
    setBringing(true)
    setProblem(null)
    try {
      const { created, changed } = await api.strategy.audit.import({ text: file.text })
      onDone()
      announce(t('transfer.done', { created, changed }))
      await refreshStrategy(queryClient)
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBringing(false)
    }
  }
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
              <p className={classes.badges}>
                <Badge tone="good" icon={IconCircleCheck}>
                  {t('transfer.counts', {
                    created: result.created,
                    changed: result.changed,
                    unchanged: result.unchanged,
                  })}
                </Badge>
              </p>
              {problem !== null && <ProblemNotice problem={problem} />}
              <div>
                <AllowedButton action="goals.change" loading={bringing} onClick={() => void bring()}>
                  {t('transfer.do', { count: result.rows })}
                </AllowedButton>
              </div>
            </>
          )}
        </div>
      )}
    </Loaded>
  )
}

function Problems({ problems }: { problems: Tried['problems'] }) {
  const { t } = useTranslation('transfer')
  return (
    <>
      <p>{t('problems', { count: problems.length })}</p>
      <RowProblems problems={problems} />
    </>
  )
}
