import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../records.ts'
import type { Extras } from './composition.ts'
import type { Composing } from './use-composition.ts'
import classes from './channel-extras.module.css'

const NONE: Extras = { contentWarning: '', visibility: null }
const KNOWN = ['public', 'unlisted', 'private', 'direct'] as const

/** What only this channel's platform has: a content warning, who may see the post. */
export function ChannelExtras({
  composing: { composition, dispatch },
  channel,
}: {
  readonly composing: Composing
  readonly channel: Channel
}) {
  const { t } = useTranslation('publishing')
  const { description: platform } = channel
  if (!platform.contentWarning && platform.visibilities.length === 0) return null
  const extras = composition.extras[channel.id] ?? NONE
  const set = (values: Partial<Extras>) =>
    dispatch({ kind: 'extras', channelId: channel.id, extras: { ...extras, ...values } })
  const named = (value: string) => {
    const known = KNOWN.find((visibility) => visibility === value)
    return known === undefined ? value : t(`visibility.${known}`)
  }
  return (
    <div className={classes.extras}>
      {platform.contentWarning && (
        <TextInput
          size="xs"
          label={t('extras.warning')}
          placeholder={t('extras.warning.example')}
          value={extras.contentWarning}
          maxLength={500}
          onChange={(event) => set({ contentWarning: event.currentTarget.value })}
        />
      )}
      {platform.visibilities.length > 0 && (
        <Select
          size="xs"
          label={t('extras.visibility')}
          value={extras.visibility ?? platform.visibilities[0] ?? null}
          allowDeselect={false}
          data={platform.visibilities.map((value) => ({ value, label: named(value) }))}
          onChange={(visibility) => set({ visibility })}
        />
      )}
    </div>
  )
}
