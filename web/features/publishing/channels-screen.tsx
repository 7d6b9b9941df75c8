import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconBuildingBroadcastTower, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { ArrivalNotice } from './channels/arrival-notice.tsx'
import { ChannelRow } from './channels/channel-row.tsx'
import { PublishingTabs } from './publishing-tabs.tsx'
import { everyChannel } from './queries.ts'
import classes from './channels/channels.module.css'

/** The connected channels and how each is doing. */
export function ChannelsScreen() {
  const { t } = useTranslation('publishing')
  const channels = useQuery({ ...everyChannel, refetchInterval: 60_000 })
  const navigate = useNavigate()
  const { connected, refused } = useSearch({ from: '/shell/calendar/channels' })
  const connect = (
    <AllowedButton
      action="channels.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => void navigate({ to: '/calendar/channels/new' })}
    >
      {t('channels.connect')}
    </AllowedButton>
  )
  return (
    <Page title={t('calendar.title')} sub={t('channels.sub')} actions={connect}>
      <PublishingTabs />
      <ArrivalNotice
        connected={channels.data?.find((channel) => channel.id === connected) ?? null}
        refused={refused ?? null}
      />
      <Loaded query={channels} skeleton={6}>
        {(every) =>
          every.length === 0 ? (
            <Card>
              <Empty
                icon={IconBuildingBroadcastTower}
                title={t('channels.empty.title')}
                text={t('channels.empty.text')}
                example={t('channels.empty.example')}
                action={connect}
              />
            </Card>
          ) : (
            <ul className={classes.list}>
              {inOrder(every).map((channel) => (
                <ChannelRow key={channel.id} channel={channel} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}

const ORDER = { 'needs-reconnecting': 0, connected: 1, paused: 2, disconnected: 3 } as const

/** Those in need first, then by name. */
function inOrder<One extends { readonly state: keyof typeof ORDER; readonly name: string }>(
  channels: readonly One[],
): readonly One[] {
  return [...channels].sort((one, other) => ORDER[one.state] - ORDER[other.state] || one.name.localeCompare(other.name))
}
