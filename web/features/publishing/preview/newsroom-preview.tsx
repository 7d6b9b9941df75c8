import { IconRss, IconShare2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Previewed } from './previewed.ts'
import { RichText } from './rich-text.tsx'
import classes from './preview.module.css'

interface Block {
  readonly kind: 'heading' | 'item' | 'paragraph'
  readonly text: string
}

/** Reads the few marks of Markdown that change the shape of a text; the rest stays as it is written. */
function blocksOf(text: string): readonly Block[] {
  return text
    .split(/\n{2,}|\n(?=[-*#] |#{2,} )/u)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => {
      if (/^#{1,6} /u.test(block)) return { kind: 'heading', text: block.replace(/^#+ /u, '') }
      if (/^[-*] /u.test(block)) return { kind: 'item', text: block.slice(2) }
      return { kind: 'paragraph', text: block.replaceAll(/\*\*([^*]+)\*\*/gu, '$1') }
    })
}

/** An article of the newsroom: picture, date, title, text. */
export function NewsroomPreview({ previewed }: { readonly previewed: Previewed }) {
  const { t } = useTranslation('publishing')
  const text = previewed.parts.map((part) => part.text).join('\n\n')
  const [picture] = previewed.parts.flatMap((part) => part.media)
  return (
    <>
      {picture !== undefined && <img className={classes.hero} src={picture.url} alt={picture.altText} loading="lazy" />}
      <div className={classes.body}>
        {previewed.date !== null && <p className="small text-3">{previewed.date}</p>}
        <p
          className={
            previewed.title === null || previewed.title === ''
              ? `${classes.headline} ${classes.missing}`
              : classes.headline
          }
        >
          {previewed.title === null || previewed.title === '' ? t('preview.no-title') : previewed.title}
        </p>
        <div className={classes.article}>
          {blocksOf(text).map((block, place) => {
            const key = `${place} ${block.kind}`
            return (
              <p key={key} className={classes[block.kind]}>
                <RichText text={block.text} />
              </p>
            )
          })}
        </div>
        <div className={classes.marks} data-start aria-hidden>
          <IconRss size={16} stroke={1.5} />
          <IconShare2 size={16} stroke={1.5} />
        </div>
      </div>
    </>
  )
}
