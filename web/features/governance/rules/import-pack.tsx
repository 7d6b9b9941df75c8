import { FileButton, Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asProblem } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshRules } from './rule-records.ts'
import type { PackFile } from './rule-records.ts'
import classes from './rules.module.css'

/** Takes a pack from a file. What is wrong with the file is named place by place. */
export function ImportPack({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('rules')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [sending, setSending] = useState(false)
  const [unreadable, setUnreadable] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const read = async (file: File | null) => {
    if (file === null) return
    setUnreadable(false)
    setProblem(null)
    const content = asJson(await file.text())
    if (content === null) return setUnreadable(true)
    setSending(true)
    try {
      // The server judges the file and names what is wrong with it.
      const made = await api.governance.rules.importPack(content as PackFile)
      announce(t('pack.imported', { title: made.title }))
      onDone()
      await navigate({ to: '/govern/rules/$id', params: { id: made.id } })
      await refreshRules(queryClient)
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <div className={classes.fields}>
      <FileButton accept="application/json,.json" onChange={(file) => void read(file)}>
        {(button) => (
          <Button {...button} loading={sending} leftSection={<IconUpload size={16} stroke={1.5} aria-hidden />}>
            {t('pack.import')}
          </Button>
        )}
      </FileButton>
      {unreadable && <p role="alert">{t('pack.import.unreadable')}</p>}
      {problem !== null &&
        (problem.fields.length === 0 ? <ProblemNotice problem={problem} /> : <Problems problem={problem} />)}
    </div>
  )
}

function Problems({ problem }: { problem: Problem }) {
  const { t } = useTranslation('rules')
  const sentence = useRefusalText()
  return (
    <div role="alert" className={classes.problems}>
      <p className="medium">{t('pack.import.problems', { count: problem.fields.length })}</p>
      <ul className={classes.sources}>
        {problem.fields.map((field) => (
          <li key={`${field.path} ${field.code}`} className="small">
            <code>{field.path}</code>
            {`: ${sentence(field)}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
