import { ActionIcon, Button, Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import {
  IconDots,
  IconHeartbeat,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlugConnected,
  IconPlugOff,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cityOf } from '#web/kernel/time.ts'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { PlatformMark } from '../platform-mark.tsx'
import type { Channel } from '../records.ts'
import { useReasonText } from '../use-reason-text.ts'
import { ChannelBadge } from './channel-badge.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { useChannelActions } from './use-channel-actions.ts'
import classes from './channels.module.css'

/** One channel: who it is, how it is doing, what waits on it, and what can be done. */
export function ChannelRow({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const actions = useChannelActions(channel)
  const navigate = useNavigate()
  const { health } = channel
  return (
    <li className={classes.row}>
      <span className={classes.mark}>
        <PlatformMark platform={channel.platform} size={20} />
      </span>
      <div className={classes.who}>
        <h2 className={classes.name}>{channel.name}</h2>
        <p className="small text-3">
          {`${channel.description.name} · `}
          {channel.url === '' ? (
            channel.handle
          ) : (
            <a className="link" href={channel.url} target="_blank" rel="noreferrer">
              {channel.handle}
            </a>
          )}
        </p>
      </div>
      <div className={classes.health}>
        <ChannelBadge channel={channel} />
        <p className="small text-3">
          {health.checkedAt === null
            ? t('channel.unchecked')
            : t('channel.checked', { when: time.relative(health.checkedAt) })}
        </p>
      </div>
      <div className={classes.plan}>
        <p>{t('channel.planned', { count: channel.planned })}</p>
        <p className="small text-3">{t('zone.time', { city: cityOf(channel.timeZone) })}</p>
      </div>
      <div className={classes.acts}>
        {channel.state === 'needs-reconnecting' || channel.state === 'disconnected' ? (
          <AllowedButton
            action="channels.change"
            size="xs"
            icon={<IconPlugConnected size={16} stroke={1.5} aria-hidden />}
            onClick={() => void navigate({ to: '/calendar/channels/new', search: { channel: channel.id } })}
          >
            {t('channel.reconnect')}
          </AllowedButton>
        ) : (
          <Button
            size="xs"
            variant="default"
            loading={actions.busy === 'inspect'}
            leftSection={<IconHeartbeat size={16} stroke={1.5} aria-hidden />}
            onClick={() => void actions.inspect()}
          >
            {t('channel.test')}
          </Button>
        )}
        <ChannelMenu channel={channel} />
      </div>
      <Problem channel={channel} />
    </li>
  )
}

function Problem({ channel: { health, state } }: { channel: Channel }) {
  const { t } = useTranslation('publishing')
  const reason = useReasonText()
  if (health.problem === null || state === 'disconnected') return null
  const { what, todo } = reason(health.problem)
  return (
    <p className={classes.problem}>
      <b>{what}</b>
      {` ${todo}`}
      {health.words !== null && <span className={classes.words}>{t('reason.words', { words: health.words })}</span>}
    </p>
  )
}

function ChannelMenu({ channel }: { channel: Channel }) {
  const { t } = useTranslation('publishing')
  const may = useMay('channels.change')
  const actions = useChannelActions(channel)
  const navigate = useNavigate()
  const [renaming, setRenaming] = useState(false)
  const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const
  const paused = channel.state === 'paused'
  if (channel.state === 'disconnected') return null
  return (
    <>
      <Menu position="bottom-end" width={224}>
        <Menu.Target>
          <ActionIcon variant="default" size={28} aria-label={t('channel.menu', { name: channel.name })}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!may.allowed && <Menu.Label>{may.because}</Menu.Label>}
          <Menu.Item
            disabled={!may.allowed}
            leftSection={paused ? <IconPlayerPlay {...icon} /> : <IconPlayerPause {...icon} />}
            onClick={() => void actions.pause(!paused)}
          >
            {t(paused ? 'channel.resume' : 'channel.pause')}
          </Menu.Item>
          <Menu.Item disabled={!may.allowed} leftSection={<IconPencil {...icon} />} onClick={() => setRenaming(true)}>
            {t('channel.rename')}
          </Menu.Item>
          {channel.description.settings.length > 0 && (
            <Menu.Item
              disabled={!may.allowed}
              leftSection={<IconPlugConnected {...icon} />}
              onClick={() => void navigate({ to: '/calendar/channels/new', search: { channel: channel.id } })}
            >
              {t('channel.reconnect')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            disabled={!may.allowed}
            color="bad"
            leftSection={<IconPlugOff {...icon} />}
            onClick={() => void actions.disconnect()}
          >
            {t('channel.disconnect')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenameDialog channel={channel} opened={renaming} onClose={() => setRenaming(false)} />
    </>
  )
}
