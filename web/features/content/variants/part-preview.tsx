import { useTranslation } from 'react-i18next'
import { countText } from '#contract/text-count.ts'
import { useNumber } from '#web/ui/use-number.ts'
import { MarkdownView } from '../editor/markdown-view.tsx'
import { PictureImage } from '../media/picture-image.tsx'
import type { Channel, Media, Proposal } from '../records.ts'
import classes from './variants.module.css'
import { PostText } from './post-text.tsx'

interface PartPreviewProps {
  readonly part: Proposal['parts'][number]
  readonly channel: Channel
  readonly contentWarning: string | null
  readonly pictures: readonly Media[]
  /** `2 of 3`, for a thread; its length then stands below each part. */
  readonly place?: string | undefined
  /** The level that its own headings begin with. */
  readonly below: 3 | 4
}

/** One post of a form as its channel would show it, with its length by the platform's own counting. */
export function PartPreview({ part, channel, contentWarning, pictures, place, below }: PartPreviewProps) {
  const { description } = channel
  const shown = part.mediaIds.flatMap((id) => pictures.find((picture) => picture.id === id) ?? [])
  return (
    <li className={classes.part}>
      {description.markup === 'markdown' ? (
        <MarkdownView text={part.text} level={below} />
      ) : (
        <PostText text={part.text} />
      )}
      {shown.length > 0 && (
        <div className={classes.pictures} data-count={Math.min(shown.length, 4)}>
          {shown.slice(0, 4).map((picture) => (
            <PictureImage key={picture.id} picture={picture} width={240} />
          ))}
        </div>
      )}
      {place !== undefined && (
        <p className={classes.count}>
          <span>{place}</span>
          <Count text={part.text} channel={channel} contentWarning={contentWarning} />
        </p>
      )}
    </li>
  )
}

/** How long a text is by the counting of its channel. */
export function Count({
  text,
  channel,
  contentWarning,
}: {
  text: string
  channel: Channel
  contentWarning: string | null
}) {
  const { t } = useTranslation('content')
  const number = useNumber()
  const { used, limit, over } = countText(channel.description.text, text, contentWarning)
  if (limit === null) return <span>{t('count.free', { used: number.count(used) })}</span>
  return (
    <span className={over > 0 ? classes.over : undefined}>
      {t(over > 0 ? 'count.over' : 'count.of', {
        used: number.count(used),
        limit: number.count(limit),
        over: number.count(over),
      })}
    </span>
  )
}
