import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PlatformMark } from '../platform-mark.tsx'
import type { Channel } from '../records.ts'
import type { Composing } from './use-composition.ts'
import classes from './channel-choice.module.css'

interface ChannelChoiceProps {
  readonly composing: Composing
  readonly channels: readonly Channel[]
}

/** Where the post goes: each channel is a switch. Those that were planned already stay on. */
export function ChannelChoice({ composing: { composition, dispatch }, channels }: ChannelChoiceProps) {
  const { t } = useTranslation('publishing')
  const toggle = (id: string) => {
    const chosen = composition.channelIds.includes(id)
    dispatch({
      kind: 'channels',
      ids: chosen ? composition.channelIds.filter((one) => one !== id) : [...composition.channelIds, id],
    })
  }
  return (
    <div className={classes.choice} role="group" aria-label={t('compose.channels')}>
      <span className={classes.label}>{t('compose.channels')}</span>
      {channels.map((channel) => {
        const chosen = composition.channelIds.includes(channel.id)
        const planned = composition.outgoing[channel.id]?.state === 'planned'
        return (
          <button
            key={channel.id}
            type="button"
            className={classes.channel}
            aria-pressed={chosen}
            disabled={planned}
            onClick={() => toggle(channel.id)}
            title={channel.handle}
          >
            <PlatformMark platform={channel.platform} size={14} />
            <span className="ellipsis">{channel.name}</span>
            {chosen && <IconCheck size={14} stroke={2} aria-hidden />}
          </button>
        )
      })}
      {channels.length === 0 && (
        <Link to="/calendar/channels/new" className="link">
          {t('channels.connect')}
        </Link>
      )}
    </div>
  )
}
