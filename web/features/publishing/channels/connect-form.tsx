import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { IconExternalLink, IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asProblem } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { announce } from '#web/ui/toast.tsx'
import { ZoneSelect } from '#web/ui/zone-select.tsx'
import { refreshPublishing } from '../queries.ts'
import type { Channel, Platform } from '../records.ts'
import { ConnectHelp } from './connect-help.tsx'
import { ConnectRefusal, useFieldRefusal } from './connect-refusal.tsx'
import { SettingInput } from './setting-input.tsx'
import classes from './new-channel.module.css'

interface ConnectFormProps {
  readonly platform: Platform
  /** The channel to connect again; null for a new one. */
  readonly again: Channel | null
}

type Way = 'sign-in' | 'token'

/** Asks for what a platform needs, tests it, and says at the field what was refused. Nothing typed is lost. */
export function ConnectForm({ platform, again }: ConnectFormProps) {
  const { t } = useTranslation('publishing')
  const me = useMe()
  const [way, setWay] = useState<Way>(platform.authorises ? 'sign-in' : 'token')
  const [refused, setRefused] = useState<Problem | null>(null)
  const fieldRefusal = useFieldRefusal(refused)
  const asked = platform.settings.filter((field) => way === 'token' || field.kind !== 'secret')
  // What is needed comes first; what has a default last.
  const fields = [...asked.filter((field) => field.required), ...asked.filter((field) => !field.required)]
  const form = useProblemForm({
    initialValues: {
      name: again?.name ?? (platform.settings.length === 0 ? platform.name : ''),
      timeZone: again?.timeZone ?? me.organisation.timeZone,
      settings: Object.fromEntries(platform.settings.map((field) => [field.name, again?.settings[field.name] ?? ''])),
    },
    validate: {
      name: (name: string) => (name.trim() === '' ? t('connect.name.missing') : null),
      settings: Object.fromEntries(
        fields
          .filter((field) => field.required)
          .map((field) => [field.name, (value: string) => (value.trim() === '' ? t('connect.field.missing') : null)]),
      ),
    },
    guard: false,
  })
  const { save, done } = useConnecting({ platform, again, way, onRefused: setRefused })
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.submit(
        (values) =>
          save({
            ...values,
            settings: given(
              values.settings,
              fields.map(({ name }) => name),
            ),
          }),
        done,
      )}
    >
      <ConnectHelp platform={platform} way={way} />
      <div className={classes.fields}>
        {platform.authorises && (
          <SegmentedControl
            aria-label={t('connect.way')}
            value={way}
            onChange={(value) => setWay(value === 'token' ? 'token' : 'sign-in')}
            data={[
              { value: 'sign-in', label: t('connect.way.sign-in') },
              { value: 'token', label: t('connect.way.token') },
            ]}
          />
        )}
        {fields.map((field) => (
          <SettingInput
            key={field.name}
            platform={platform.id}
            field={field}
            props={form.getInputProps(`settings.${field.name}`)}
            error={fieldRefusal(`settings.${field.name}`) ?? form.errors[`settings.${field.name}`]}
          />
        ))}
        {again === null && (
          <TextInput
            label={t('channel.name')}
            description={t('connect.name.hint')}
            placeholder={t('connect.name.example', { platform: platform.name, organisation: me.organisation.name })}
            maxLength={120}
            required
            {...form.getInputProps('name')}
          />
        )}
        {again === null && (
          <ZoneSelect
            label={t('channel.zone')}
            description={t('connect.zone.hint')}
            field={form.getInputProps('timeZone')}
          />
        )}
        {refused !== null && <ConnectRefusal problem={refused} shown={fields.map(({ name }) => `settings.${name}`)} />}
        <div className={classes.foot}>
          <AllowedButton
            action="channels.change"
            type="submit"
            loading={form.sending}
            why="beside"
            icon={
              way === 'sign-in' ? (
                <IconExternalLink size={16} stroke={1.5} aria-hidden />
              ) : (
                <IconPlugConnected size={16} stroke={1.5} aria-hidden />
              )
            }
          >
            {t(way === 'sign-in' ? 'connect.sign-in' : again === null ? 'connect.action' : 'channel.reconnect')}
          </AllowedButton>
          {form.sending && (
            <span className="small text-3" role="status">
              {t('connect.testing')}
            </span>
          )}
          {refused !== null && !form.sending && (
            <Button variant="subtle" onClick={() => setRefused(null)}>
              {t('connect.put-away')}
            </Button>
          )}
        </div>
      </div>
    </form>
  )
}

/** The settings that the chosen way needs; empty ones are left out, so that the platform's own default holds. */
function given(settings: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([name, value]) => value !== '' && names.includes(name)),
  )
}

interface Values {
  readonly name: string
  readonly timeZone: string
  readonly settings: Record<string, string>
}

function useConnecting({
  platform,
  again,
  way,
  onRefused,
}: ConnectFormProps & { readonly way: Way; readonly onRefused: (problem: Problem | null) => void }) {
  const { t } = useTranslation('publishing')
  const queryClient = useQueryClient()
  const navigate = useNavigate()

  async function save({ name, timeZone, settings }: Values): Promise<Channel | null> {
    onRefused(null)
    try {
      if (way === 'sign-in') {
        const { url } = await api.publishing.authoriseChannel({
          platform: platform.id,
          name,
          timeZone,
          settings,
          ...(again === null ? {} : { channelId: again.id }),
        })
        window.location.assign(url)
        return null
      }
      if (again !== null)
        return await api.publishing.changeChannel({ id: again.id, settings }, { context: { version: again.version } })
      return await api.publishing.createChannel({ platform: platform.id, name, timeZone, settings })
    } catch (error) {
      onRefused(asProblem(error))
      throw error
    }
  }

  function done(channel: Channel | null): void {
    if (channel === null) return
    announce(t('connect.done', { name: channel.name }))
    void refreshPublishing(queryClient)
    void navigate({ to: '/calendar/channels', search: { connected: channel.id } })
  }
  return { save, done }
}
