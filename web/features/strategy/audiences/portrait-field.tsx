import { Button, FileButton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { Portrait } from './portrait.tsx'
import classes from './audiences.module.css'

interface PortraitFieldProps {
  readonly name: string
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

const MOST_SHOWN = 18

/** Chooses the portrait out of the newest pictures or uploads one; without it the initials stand there. */
export function PortraitField({ name, value, onChange }: PortraitFieldProps) {
  const { t } = useTranslation('audiences')
  const [choosing, setChoosing] = useState(false)
  return (
    <fieldset className={classes.portrait}>
      <legend className="medium">{t('field.portrait')}</legend>
      <div className={classes.portraitNow}>
        <Portrait name={name} portrait={value === null ? null : { url: addressOf(value) }} size={56} />
        <Button size="xs" variant="default" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {t('portrait.choose')}
        </Button>
        {value !== null && (
          <Button size="xs" variant="subtle" color="gray" onClick={() => onChange(null)}>
            {t('portrait.none')}
          </Button>
        )}
      </div>
      {choosing && (
        <Pictures
          value={value}
          onChoose={(id) => {
            onChange(id)
            setChoosing(false)
          }}
        />
      )}
    </fieldset>
  )
}

function addressOf(id: string): string {
  return `/api/v1/media/${id}/file`
}

function Pictures({ value, onChoose }: { value: string | null; onChoose: (id: string) => void }) {
  const { t } = useTranslation('audiences')
  const may = useMay('pieces.change')
  const pictures = useQuery(orpc.content.media.queryOptions({ input: { limit: MOST_SHOWN } }))
  const upload = useUpload(onChoose)
  return (
    <div className={classes.pictures}>
      {(pictures.data?.items ?? []).map(({ id, name, altText, url }) => (
        <button
          key={id}
          type="button"
          className={classes.picture}
          aria-pressed={id === value}
          aria-label={t('portrait.pick', { name: altText || name })}
          onClick={() => onChoose(id)}
        >
          <img src={`${url}?width=128`} alt="" loading="lazy" />
        </button>
      ))}
      {pictures.data?.items.length === 0 && <p className="small text-3">{t('portrait.empty')}</p>}
      {may.allowed && (
        <FileButton accept="image/jpeg,image/png,image/webp,image/gif" onChange={(file) => void upload.send(file)}>
          {(button) => (
            <Button {...button} size="xs" variant="light" loading={upload.busy}>
              {t('portrait.upload')}
            </Button>
          )}
        </FileButton>
      )}
      {upload.problem !== null && <ProblemNotice problem={upload.problem} />}
    </div>
  )
}

function useUpload(onDone: (id: string) => void) {
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function send(file: File | null): Promise<void> {
    if (file === null) return
    setBusy(true)
    setProblem(null)
    try {
      const { id } = await api.content.addMedia({ file })
      await queryClient.invalidateQueries({ queryKey: orpc.content.media.key() })
      onDone(id)
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, send }
}
