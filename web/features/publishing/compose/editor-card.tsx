import { Button, TextInput } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import type { Channel } from '../records.ts'
import { ChannelExtras } from './channel-extras.tsx'
import { ChannelTabs } from './channel-tabs.tsx'
import { formOf, splitPart, withPart, withoutPart } from './composition.ts'
import type { ComposedMedia, Form, Tab } from './composition.ts'
import { EditorOptions } from './editor-options.tsx'
import { blockedChannels, findingsAt } from './finding-places.ts'
import type { PlacedFinding } from './finding-places.ts'
import { PartEditor } from './part-editor.tsx'
import type { Composing } from './use-composition.ts'
import classes from './editor-card.module.css'

interface EditorCardProps {
  readonly composing: Composing
  /** The chosen channels, in the order of their tabs. */
  readonly channels: readonly Channel[]
  readonly withBase: boolean
  readonly tab: Tab
  readonly onTab: (tab: Tab) => void
  readonly findings: readonly PlacedFinding[]
  readonly onPlan: () => void
}

/** Where the text is written: the base and, where a channel needs it, a form of its own. */
export function EditorCard({ composing, channels, withBase, tab, onTab, findings, onPlan }: EditorCardProps) {
  const { composition } = composing
  const channel = channels.find((one) => one.id === tab)
  return (
    <Card pad={false} className={classes.card}>
      <ChannelTabs
        composition={composition}
        channels={channels}
        withBase={withBase}
        tab={tab}
        onTab={onTab}
        blocked={blockedChannels(findings)}
      >
        {channel !== undefined && withBase && <OwnForm composing={composing} channel={channel} />}
        <TabEditor
          composing={composing}
          channels={channels}
          channel={channel}
          tab={tab}
          findings={findings}
          onPlan={onPlan}
        />
        {channel !== undefined && composition.outgoing[channel.id]?.state !== 'planned' && (
          <ChannelExtras composing={composing} channel={channel} />
        )}
        <EditorOptions composing={composing} />
      </ChannelTabs>
    </Card>
  )
}

function OwnForm({ composing: { composition, dispatch }, channel }: { composing: Composing; channel: Channel }) {
  const { t } = useTranslation('publishing')
  const own = composition.own[channel.id] !== undefined
  if (composition.outgoing[channel.id]?.state === 'planned')
    return <p className={classes.own}>{t('compose.own.planned')}</p>
  return (
    <div className={classes.own}>
      <span>{t(own ? 'compose.own' : 'compose.follows')}</span>
      {own && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconArrowBackUp size={14} stroke={1.5} aria-hidden />}
          onClick={() => dispatch({ kind: 'follow', tab: channel.id })}
        >
          {t('compose.follow')}
        </Button>
      )}
    </div>
  )
}

interface TabEditorProps extends Pick<EditorCardProps, 'composing' | 'channels' | 'findings' | 'onPlan'> {
  readonly channel: Channel | undefined
  readonly tab: Tab
}

function TabEditor({ composing: { composition, dispatch }, channels, channel, tab, findings, onPlan }: TabEditorProps) {
  const { t } = useTranslation('publishing')
  const platforms = (channel === undefined ? channels : [channel]).map((one) => one.description)
  const threads = platforms.some((platform) => platform.threads)
  const form = formOf(composition, tab, channel?.description.threads ?? true)
  const planned = channel !== undefined && composition.outgoing[channel.id]?.state === 'planned'
  const set = (next: Form) => dispatch({ kind: 'form', tab, form: next })
  const titled = platforms.find((platform) => platform.title !== null)
  return (
    <>
      {titled !== undefined && (
        <div className={classes.title}>
          <TextInput
            id="compose-title"
            size="sm"
            label={t('compose.title.label')}
            description={channel === undefined ? t('compose.title.hint') : null}
            value={form.title}
            maxLength={titled.title?.limit ?? 300}
            placeholder={t('compose.title.example')}
            readOnly={planned}
            onChange={(event) => set({ ...form, title: event.currentTarget.value })}
          />
        </div>
      )}
      {form.parts.map((part, place) => {
        const key = `${tab} ${place}`
        const withMedia = (media: ComposedMedia) => {
          dispatch({ kind: 'media', media })
          return media
        }
        return (
          <PartEditor
            key={key}
            part={part}
            place={place}
            of={form.parts.length}
            media={composition.media}
            language={composition.language}
            threads={threads}
            readOnly={planned}
            findings={findingsAt(findings, tab, place)}
            mostAltText={Math.min(1500, ...platforms.map((platform) => platform.pictures.altTextLimit))}
            pictureTypes={pictureTypes(platforms)}
            onPlan={onPlan}
            onMedia={withMedia}
            onPart={(values) => set(withPart(form, place, values))}
            onUploaded={(media) => {
              withMedia(media)
              set(withPart(form, place, { mediaIds: [...part.mediaIds, media.id] }))
            }}
            onSplit={(at) => set(splitPart(form, place, at))}
            onRemove={() => set(withoutPart(form, place))}
          />
        )
      })}
    </>
  )
}

const ANY_PICTURE = 'image/jpeg,image/png,image/webp,image/gif,image/avif'

/** What the file chooser offers: what every platform at hand takes. */
function pictureTypes(platforms: readonly Channel['description'][]): string {
  const [first, ...rest] = platforms.map((platform) => platform.pictures.types)
  return first === undefined ? ANY_PICTURE : first.filter((type) => rest.every((list) => list.includes(type))).join(',')
}
