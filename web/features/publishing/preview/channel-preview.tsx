import type { ReactNode } from 'react'
import { PlatformMark } from '../platform-mark.tsx'
import { NetworkPreview } from './network-preview.tsx'
import { NewsroomPreview } from './newsroom-preview.tsx'
import type { Previewed } from './previewed.ts'
import classes from './preview.module.css'

interface ChannelPreviewProps {
  readonly previewed: Previewed
  /** Stands at the right of the head: whether it follows the base text, how long it is. */
  readonly note?: ReactNode
}

/** The post roughly as its platform will show it. */
export function ChannelPreview({ previewed, note }: ChannelPreviewProps) {
  const { channel } = previewed
  return (
    <section className={classes.card} aria-label={channel.name} lang={previewed.language ?? undefined}>
      <div className={classes.label}>
        <PlatformMark platform={channel.platform} size={14} />
        <span className="ellipsis">{channel.name}</span>
        {note !== undefined && <span className={classes.note}>{note}</span>}
      </div>
      {channel.platform === 'newsroom' ? (
        <NewsroomPreview previewed={previewed} />
      ) : (
        <NetworkPreview previewed={previewed} />
      )}
    </section>
  )
}
