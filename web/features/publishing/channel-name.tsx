import { PlatformMark } from './platform-mark.tsx'
import classes from './channel-name.module.css'

interface ChannelNameProps {
  readonly channel: { readonly name: string; readonly platform: string }
}

/** A channel as it stands in rows: the mark of its platform and its name, cut where there is no room. */
export function ChannelName({ channel }: ChannelNameProps) {
  return (
    <span className={classes.channel}>
      <PlatformMark platform={channel.platform} />
      <span className="ellipsis" title={channel.name}>
        {channel.name}
      </span>
    </span>
  )
}
