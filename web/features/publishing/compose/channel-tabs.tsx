import { Tabs } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconFileText } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber } from '#web/ui/use-number.ts'
import { PlatformMark } from '../platform-mark.tsx'
import type { Channel } from '../records.ts'
import { countGraphemes } from '#contract/text-count.ts'
import { BASE, formOf } from './composition.ts'
import type { Composition, Tab } from './composition.ts'
import { countForm, shortLinkLength, tightest } from './count-forms.ts'
import classes from './channel-tabs.module.css'

interface ChannelTabsProps {
  readonly composition: Composition
  readonly channels: readonly Channel[]
  /** Off while a single post is edited, which has no base. */
  readonly withBase: boolean
  readonly tab: Tab
  readonly onTab: (tab: Tab) => void
  readonly blocked: ReadonlySet<string>
  readonly children: ReactNode
}

/** The base and each chosen channel with its counter; the panel of the open one below. */
export function ChannelTabs({ composition, channels, withBase, tab, onTab, blocked, children }: ChannelTabsProps) {
  const { t } = useTranslation('publishing')
  const number = useNumber()
  const written = composition.base.parts.reduce((sum, part) => sum + countGraphemes(part.text), 0)
  return (
    <Tabs
      value={tab}
      onChange={(value) => onTab(value ?? BASE)}
      classNames={{ list: classes.list ?? '', tab: classes.tab ?? '', tabLabel: classes.label ?? '' }}
      keepMounted={false}
    >
      <Tabs.List aria-label={t('compose.tabs')}>
        {withBase && (
          <Tabs.Tab value={BASE}>
            <span className={classes.name}>
              <IconFileText size={14} stroke={1.5} aria-hidden />
              {t('compose.base')}
            </span>
            <span className={classes.count}>
              {t('compose.characters', { count: written, shown: number.count(written) })}
            </span>
          </Tabs.Tab>
        )}
        {channels.map((channel) => (
          <Tabs.Tab key={channel.id} value={channel.id}>
            <span className={classes.name}>
              <PlatformMark platform={channel.platform} size={14} />
              <span className="ellipsis">{channel.name}</span>
              {composition.outgoing[channel.id]?.state === 'planned' && (
                <IconCircleCheck size={14} stroke={1.5} color="var(--good)" aria-label={t('compose.planned')} />
              )}
              {blocked.has(channel.id) && (
                <IconAlertCircle size={14} stroke={1.5} color="var(--bad)" aria-label={t('compose.blocked')} />
              )}
            </span>
            <Counter composition={composition} channel={channel} />
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab}>{children}</Tabs.Panel>
    </Tabs>
  )
}

/** What a channel's text counts, by its platform's own way; of a thread the tightest part. */
export function Counter({ composition, channel }: { readonly composition: Composition; readonly channel: Channel }) {
  const { t } = useTranslation('publishing')
  const number = useNumber()
  const { description: platform } = channel
  const form = formOf(composition, channel.id, platform.threads)
  const count = tightest(
    countForm(form, {
      platform,
      contentWarning: composition.extras[channel.id]?.contentWarning ?? '',
      trackLinks: composition.trackLinks,
      linkLength: shortLinkLength(window.location.origin),
    }),
  )
  if (count === null) return null
  if (count.limit === null) return <span className={classes.count}>{t('compose.no-limit')}</span>
  const parts = form.parts.length > 1 ? `${t('compose.parts', { count: form.parts.length })}, ` : ''
  return (
    <span className={count.over > 0 ? `${classes.count} ${classes.over}` : classes.count}>
      {`${parts}${number.count(count.used)} / ${number.count(count.limit)}`}
      {count.over > 0 && <span className="visually-hidden">{t('compose.over', { count: count.over })}</span>}
    </span>
  )
}
