import { ActionIcon, Button, Progress, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useRefusedText } from '../use-reason-text.ts'
import type { ComposedMedia } from './composition.ts'
import type { Upload } from './use-uploads.ts'
import classes from './pictures.module.css'

interface PicturesProps {
  readonly media: readonly ComposedMedia[]
  readonly uploads: readonly Upload[]
  readonly mostAltText: number
  readonly onDescribed: (media: ComposedMedia) => void
  readonly onRemove: (id: string) => void
  readonly onAgain: (upload: Upload) => void
  readonly onDrop: (id: string) => void
}

/** The pictures of a part, each with its description, and those on their way. */
export function Pictures({ media, uploads, mostAltText, onDescribed, onRemove, onAgain, onDrop }: PicturesProps) {
  if (media.length === 0 && uploads.length === 0) return null
  return (
    <ul className={classes.pictures}>
      {media.map((picture, place) => (
        <Picture
          key={picture.id}
          picture={picture}
          place={place}
          mostAltText={mostAltText}
          onDescribed={onDescribed}
          onRemove={onRemove}
        />
      ))}
      {uploads.map((upload) => (
        <Uploading key={upload.id} upload={upload} onAgain={onAgain} onDrop={onDrop} />
      ))}
    </ul>
  )
}

interface PictureProps extends Pick<PicturesProps, 'mostAltText' | 'onDescribed' | 'onRemove'> {
  readonly picture: ComposedMedia
  readonly place: number
}

function Picture({ picture, place, mostAltText, onDescribed, onRemove }: PictureProps) {
  const { t } = useTranslation('publishing')
  const describe = useDescription(picture, onDescribed)
  const missing = picture.altText.trim() === ''
  return (
    <li className={classes.picture}>
      <img className={classes.thumb} src={picture.url} alt="" />
      <div className={classes.about}>
        <Textarea
          id={`alt-${picture.id}`}
          label={t('picture.alt', { number: place + 1 })}
          placeholder={t('picture.alt.example')}
          size="xs"
          autosize
          minRows={1}
          maxRows={5}
          maxLength={mostAltText}
          value={picture.altText}
          onChange={(event) => onDescribed({ ...picture, altText: event.currentTarget.value })}
          onBlur={() => void describe.save()}
          error={describe.error}
        />
        {missing && (
          <p className={classes.missing}>
            <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
            {t('picture.alt.missing')}
          </p>
        )}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t('picture.remove', { number: place + 1 })}
        onClick={() => onRemove(picture.id)}
      >
        <IconX size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </li>
  )
}

/** Keeps the description with the picture in the library, so that it is there the next time it is used. */
function useDescription(picture: ComposedMedia, onDescribed: (media: ComposedMedia) => void) {
  const text = useRefusedText()
  const [saved, setSaved] = useState(picture.altText)
  const [error, setError] = useState<string | null>(null)
  const save = async () => {
    setError(null)
    if (picture.altText === saved) return
    try {
      const changed = await api.content.changeMedia({ id: picture.id, altText: picture.altText })
      setSaved(changed.altText)
      onDescribed({ ...picture, altText: changed.altText })
    } catch (failure) {
      setError(text(failure))
    }
  }
  return { save, error }
}

function Uploading({ upload, onAgain, onDrop }: { upload: Upload } & Pick<PicturesProps, 'onAgain' | 'onDrop'>) {
  const { t } = useTranslation(['publishing', 'ui'])
  return (
    <li className={classes.picture}>
      <span className={classes.thumb} />
      <div className={classes.about}>
        <p className="ellipsis">{upload.file.name}</p>
        {upload.error === null ? (
          <Progress
            value={upload.share * 100}
            size="sm"
            aria-label={t('picture.uploading', { name: upload.file.name })}
          />
        ) : (
          <p className={classes.refused} role="alert">
            {upload.error}
            <Button size="xs" variant="default" onClick={() => onAgain(upload)}>
              {t('ui:retry')}
            </Button>
          </p>
        )}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t('picture.stop', { name: upload.file.name })}
        onClick={() => onDrop(upload.id)}
      >
        <IconX size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </li>
  )
}
