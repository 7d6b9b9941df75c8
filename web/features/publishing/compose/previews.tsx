import { IconEyeglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { ChannelPreview } from '../preview/channel-preview.tsx'
import type { Channel } from '../records.ts'
import { useNow } from '../use-now.ts'
import { formOf } from './composition.ts'
import type { Composition } from './composition.ts'
import classes from './previews.module.css'

interface PreviewsProps {
  readonly composition: Composition
  readonly channels: readonly Channel[]
}

/** How each chosen channel will show the post. */
export function Previews({ composition, channels }: PreviewsProps) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const now = useNow()
  if (channels.length === 0) {
    return (
      <Card>
        <Empty
          icon={IconEyeglass}
          title={t('previews.empty.title')}
          text={t('previews.empty.text')}
          example={t('previews.empty.example')}
        />
      </Card>
    )
  }
  const date =
    composition.timing === 'now' || composition.when.date === ''
      ? time.date(now)
      : formatDay(time.reader, composition.when.date)
  return (
    <div className={classes.previews}>
      {channels.map((channel) => {
        const form = formOf(composition, channel.id, channel.description.threads)
        return (
          <ChannelPreview
            key={channel.id}
            note={t(composition.own[channel.id] === undefined ? 'previews.follows' : 'previews.own')}
            previewed={{
              channel,
              title: form.title.trim() === '' ? null : form.title,
              date,
              language: composition.language === '' ? null : composition.language,
              contentWarning: channel.description.contentWarning
                ? (composition.extras[channel.id]?.contentWarning ?? null)
                : null,
              parts: form.parts.map((part) => ({
                text: part.text,
                media: part.mediaIds.flatMap((id) => composition.media[id] ?? []),
              })),
            }}
          />
        )
      })}
    </div>
  )
}
