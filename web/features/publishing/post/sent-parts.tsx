import { useTranslation } from 'react-i18next'
import { RichText } from '../preview/rich-text.tsx'
import type { Post } from '../records.ts'
import classes from './sent-parts.module.css'

/** The final text of a post with its tracked links, part by part, and its pictures with their descriptions. */
export function SentParts({ post }: { readonly post: Post }) {
  const { t } = useTranslation('publishing')
  const media = [post.media, ...post.thread.map((part) => part.media)]
  const texts = post.delivery.sends.length > 0 ? post.delivery.sends : [{ text: post.text }, ...post.thread]
  return (
    <ol className={classes.parts} lang={post.language ?? undefined}>
      {texts.map((part, place) => {
        const key = `part ${place}`
        return (
          <li key={key} className={classes.part}>
            {texts.length > 1 && (
              <span className={classes.number}>{t('part.of', { number: place + 1, of: texts.length })}</span>
            )}
            {post.contentWarning !== null && place === 0 && (
              <p className={classes.warning}>{t('post.warning', { text: post.contentWarning })}</p>
            )}
            <p className={classes.text}>
              <RichText text={part.text} />
            </p>
            {(media[place] ?? []).map((picture) => (
              <figure key={picture.id} className={classes.picture}>
                <img src={picture.url} alt={picture.altText} loading="lazy" />
                <figcaption>{picture.altText === '' ? t('picture.undescribed') : picture.altText}</figcaption>
              </figure>
            ))}
          </li>
        )
      })}
    </ol>
  )
}
