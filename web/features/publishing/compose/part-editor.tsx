import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconAt, IconHash, IconListDetails, IconPhoto, IconScissors, IconTrash } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../records.ts'
import type { ComposedMedia, Part } from './composition.ts'
import { HighlightedText } from './highlighted-text.tsx'
import { Pictures } from './pictures.tsx'
import { useUploads } from './use-uploads.ts'
import classes from './part-editor.module.css'

interface PartEditorProps {
  readonly part: Part
  readonly place: number
  readonly of: number
  readonly media: Readonly<Record<string, ComposedMedia>>
  readonly findings: readonly Finding[]
  readonly language: string
  readonly threads: boolean
  readonly readOnly: boolean
  readonly mostAltText: number
  readonly pictureTypes: string
  readonly onPart: (part: Partial<Part>) => void
  readonly onMedia: (media: ComposedMedia) => void
  readonly onUploaded: (media: ComposedMedia) => void
  readonly onSplit: (at: number) => void
  readonly onRemove: () => void
  readonly onPlan: () => void
}

/** One post of what may be a thread: its text with findings in it, its pictures, the tools for both. */
export function PartEditor(props: PartEditorProps) {
  const { part, place, of, media, findings, readOnly } = props
  const { t } = useTranslation('publishing')
  const field = useRef<HTMLTextAreaElement>(null)
  const uploads = useUploads(props.onUploaded)
  const label = of > 1 ? t('part.of', { number: place + 1, of }) : t('compose.text')
  const insert = (text: string) => {
    const at = field.current?.selectionStart ?? part.text.length
    const gap = at > 0 && !/\s$/u.test(part.text.slice(0, at)) ? ' ' : ''
    props.onPart({
      text: `${part.text.slice(0, at)}${gap}${text}${part.text.slice(field.current?.selectionEnd ?? at)}`,
    })
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(at + gap.length + text.length, at + gap.length + text.length)
    })
  }
  const byKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onPlan()
  }
  return (
    <div
      className={classes.part}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault()
      }}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0 || readOnly) return
        event.preventDefault()
        uploads.add(event.dataTransfer.files)
      }}
    >
      {of > 1 && (
        <div className={classes.head}>
          <span className="small text-3">{label}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={t('part.remove', { number: place + 1 })}
            onClick={props.onRemove}
          >
            <IconTrash size={14} stroke={1.5} aria-hidden />
          </ActionIcon>
        </div>
      )}
      <div className={classes.text}>
        <HighlightedText
          ref={field}
          value={part.text}
          onChange={(text) => props.onPart({ text })}
          label={label}
          placeholder={place === 0 ? t('compose.placeholder') : t('part.placeholder')}
          readOnly={readOnly}
          findings={findings}
          language={props.language}
          invalid={findings.some((finding) => finding.severity === 'block')}
          describedBy="compose-findings"
          onPasteFiles={uploads.add}
          onKeyDown={byKey}
        />
      </div>
      <Pictures
        media={part.mediaIds.flatMap((id) => media[id] ?? [])}
        uploads={uploads.uploads}
        mostAltText={props.mostAltText}
        onDescribed={props.onMedia}
        onRemove={(id) => props.onPart({ mediaIds: part.mediaIds.filter((one) => one !== id) })}
        onAgain={uploads.again}
        onDrop={uploads.drop}
      />
      {!readOnly && (
        <div className={classes.tools}>
          <PictureButton types={props.pictureTypes} onFiles={uploads.add} />
          <Tool icon={IconHash} label={t('tool.hashtag')} onPress={() => insert('#')} />
          <Tool icon={IconAt} label={t('tool.mention')} onPress={() => insert('@')} />
          {props.threads && (
            <Tool
              icon={IconScissors}
              label={t('tool.split')}
              onPress={() => props.onSplit(field.current?.selectionStart ?? part.text.length)}
            />
          )}
          {props.threads && place === of - 1 && (
            <Button
              size="xs"
              variant="subtle"
              leftSection={<IconListDetails size={16} stroke={1.5} aria-hidden />}
              onClick={() => props.onSplit(part.text.length)}
            >
              {t('part.add')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Tool({ icon: Mark, label, onPress }: { icon: Icon; label: string; onPress: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} onClick={onPress}>
        <Mark size={18} stroke={1.5} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

function PictureButton({ types, onFiles }: { types: string; onFiles: (files: Iterable<File>) => void }) {
  const { t } = useTranslation('publishing')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Tool icon={IconPhoto} label={t('tool.picture')} onPress={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept={types}
        multiple
        hidden
        aria-label={t('tool.picture')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
