import { SegmentedControl, TextInput } from '@mantine/core'
import { useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { PicturePicker } from '../media/picture-picker.tsx'
import type { Media } from '../records.ts'
import { MarkdownToolbar } from './markdown-toolbar.tsx'
import type { Tool } from './markdown-toolbar.tsx'
import { MarkdownView } from './markdown-view.tsx'
import type { PieceSaver } from './piece-saver.ts'
import { useMarkdownArea } from './use-markdown-area.ts'
import { useSaverState } from './use-piece-saver.ts'
import classes from './piece-editor.module.css'

/** The text of a piece: Markdown on the left, as it reads on the right; on a phone one of the two. */
export function PieceEditor({ saver }: { readonly saver: PieceSaver }) {
  const { t, i18n } = useTranslation('content')
  const { mine } = useSaverState(saver)
  const may = useMay('pieces.change')
  const [view, setView] = useState<'write' | 'read'>(may.allowed ? 'write' : 'read')
  const [picking, setPicking] = useState(false)
  const id = useId()
  const { area, ...tools } = useMarkdownArea(t('editor.stand-in'))
  const read = useDeferredValue(mine.body)
  const use = (tool: Tool) => (tool === 'picture' ? setPicking(true) : tools[tool]())
  const addPictures = (pictures: readonly Media[]) => {
    saver.change({
      mediaIds: [...new Set([...saver.state().mine.mediaIds, ...pictures.map((picture) => picture.id)])].slice(0, 20),
    })
    tools.pictures(pictures)
  }
  return (
    <Card pad={false} className={classes.card}>
      <div className={classes.title}>
        <TextInput
          variant="unstyled"
          size="lg"
          maxLength={200}
          aria-label={t('piece.field.title')}
          placeholder={t('piece.field.title')}
          readOnly={!may.allowed}
          value={mine.title}
          onChange={(event) => saver.change({ title: event.currentTarget.value })}
        />
      </div>
      <div className={classes.bar}>
        <MarkdownToolbar onUse={use} controls={id} disabled={!may.allowed} />
        <Length text={mine.body} />
        <SegmentedControl
          className={classes.switch ?? ''}
          size="xs"
          value={view}
          onChange={(value) => setView(value === 'read' ? 'read' : 'write')}
          data={[
            { value: 'write', label: t('editor.write') },
            { value: 'read', label: t('editor.read') },
          ]}
        />
      </div>
      <div className={classes.both} data-view={view}>
        <textarea
          id={id}
          ref={area}
          className={classes.text}
          value={mine.body}
          readOnly={!may.allowed}
          spellCheck
          lang={mine.language}
          aria-label={t('editor.text')}
          placeholder={t('editor.placeholder')}
          onChange={(event) => saver.change({ body: event.currentTarget.value })}
        />
        <section className={classes.read} aria-labelledby={`${id}-read`} lang={mine.language}>
          <h2 id={`${id}-read`} className="visually-hidden" lang={i18n.language}>
            {t('editor.read')}
          </h2>
          {read.trim() === '' ? <p className={classes.nothing}>{t('editor.nothing')}</p> : <MarkdownView text={read} />}
        </section>
      </div>
      {!may.allowed && <p className={classes.held}>{may.because}</p>}
      <PicturePicker opened={picking} onClose={() => setPicking(false)} onPick={addPictures} />
    </Card>
  )
}

function Length({ text }: { text: string }) {
  const { t } = useTranslation('content')
  const number = useNumber()
  const words = text.trim() === '' ? 0 : text.trim().split(/\s+/u).length
  return <span className={classes.length}>{t('editor.words', { count: words, shown: number.count(words) })}</span>
}
