import { Button, Progress } from '@mantine/core'
import { IconAlertCircle, IconPhotoUp, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { useUploads } from './use-uploads.ts'
import type { RunningUpload } from './use-uploads.ts'
import classes from './upload-zone.module.css'

const ACCEPTED = 'image/jpeg,image/png,image/webp,image/gif'

interface UploadZoneProps {
  readonly onUploaded?: (id: string) => void
  readonly children?: ReactNode
}

/** Takes pictures by drop or by choice, several at once, and shows how far each is and why one was refused. */
export function UploadZone({ onUploaded, children }: UploadZoneProps) {
  const { t } = useTranslation('content')
  const may = useMay('pieces.change')
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const uploads = useUploads(onUploaded)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (may.allowed) uploads.add(event.dataTransfer.files)
  }
  return (
    <div
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(may.allowed && event.dataTransfer.types.includes('Files'))
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null))
          setOver(false)
      }}
      onDrop={drop}
    >
      <div className={classes.ask}>
        <IconPhotoUp size={24} stroke={1.5} aria-hidden />
        <p>
          <span className="medium">{over ? t('upload.drop-now') : t('upload.drop')}</span>
          <span className={classes.kinds}>{t('upload.kinds')}</span>
        </p>
        <AllowedButton action="pieces.change" variant="light" onClick={() => input.current?.click()}>
          {t('upload.choose')}
        </AllowedButton>
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          multiple
          hidden
          aria-label={t('upload.choose')}
          onChange={(event) => {
            uploads.add(event.currentTarget.files ?? [])
            event.currentTarget.value = ''
          }}
        />
      </div>
      {uploads.running.length > 0 && (
        <ul className={classes.list} aria-label={t('upload.running')}>
          {uploads.running.map((upload) => (
            <UploadRow key={upload.key} upload={upload} onPutAway={() => uploads.putAway(upload.key)} />
          ))}
        </ul>
      )}
      {children}
    </div>
  )
}

function UploadRow({ upload, onPutAway }: { upload: RunningUpload; onPutAway: () => void }) {
  const { t } = useTranslation('content')
  const number = useNumber()
  const sentence = useRefusalText()
  if (upload.problem !== null) {
    return (
      <li className={classes.refused} role="alert">
        <IconAlertCircle size={16} stroke={1.5} aria-hidden />
        <span>
          <span className="medium">{upload.name}</span> {sentence(upload.problem)}
        </span>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          px={6}
          aria-label={t('upload.put-away', { name: upload.name })}
          onClick={onPutAway}
        >
          <IconX size={14} stroke={1.5} aria-hidden />
        </Button>
      </li>
    )
  }
  return (
    <li className={classes.row}>
      <span className="ellipsis">{upload.name}</span>
      <span className={classes.share}>{upload.share >= 1 ? t('upload.reading') : number.share(upload.share)}</span>
      <Progress value={upload.share * 100} size={4} aria-label={t('upload.progress', { name: upload.name })} />
    </li>
  )
}
