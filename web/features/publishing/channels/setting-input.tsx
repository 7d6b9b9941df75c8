import { PasswordInput, Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingField } from '#contract/platforms.ts'

interface SettingInputProps {
  readonly platform: string
  readonly field: SettingField
  /** Of `form.getInputProps`. */
  readonly props: object
  readonly error: ReactNode
}

const KNOWN = [
  'bluesky.service',
  'bluesky.identifier',
  'bluesky.appPassword',
  'mastodon.server',
  'mastodon.accessToken',
] as const

/** One setting that a platform asks for, with a name and a hint in words where we know it. */
export function SettingInput({ platform, field, props, error }: SettingInputProps) {
  const { t } = useTranslation('publishing')
  const known = KNOWN.find((one) => one === `${platform}.${field.name}`)
  const label = known === undefined ? field.name : t(`setting.${known}`)
  const common = {
    ...props,
    label,
    required: field.required,
    error,
    autoComplete: 'off',
    spellCheck: false,
    ...(known === undefined ? {} : { description: t(`setting.${known}.hint`) }),
    ...(field.example === null ? {} : { placeholder: field.example }),
  }
  if (field.kind === 'secret')
    return (
      <PasswordInput
        {...common}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('setting.show') }}
      />
    )
  if (field.kind === 'choice') return <Select {...common} data={field.choices} allowDeselect={!field.required} />
  return <TextInput {...common} inputMode={field.kind === 'address' ? 'url' : 'text'} />
}
