import { MultiSelect, TextInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProblemForm } from '#web/ui/form.ts'
import { useUnits } from '#web/ui/use-units.ts'
import type { AudienceValues } from './audience-values.ts'
import { PlaceRows } from './place-rows.tsx'
import { PortraitField } from './portrait-field.tsx'
import { SourceRows } from './source-rows.tsx'
import { useLanguageNames } from './use-language-names.ts'

interface AudienceFieldsProps {
  readonly form: ProblemForm<AudienceValues>
  /** Regions that it is in now, so that their names are there before the list is. */
  readonly known?: readonly { readonly id: string; readonly name: string }[]
}

/** The fields of an audience, each with what it is for. */
export function AudienceFields({ form, known = [] }: AudienceFieldsProps) {
  const { t } = useTranslation('audiences')
  const area = (name: 'description' | 'demographics' | 'needs' | 'objections', rows: number) => (
    <Textarea
      autosize
      minRows={rows}
      maxRows={10}
      maxLength={name === 'demographics' ? 2000 : 5000}
      label={t(`field.${name}`)}
      description={t(`field.${name}.help`)}
      {...form.getInputProps(name)}
    />
  )
  return (
    <>
      <TextInput
        data-autofocus
        withAsterisk
        maxLength={120}
        label={t('field.name')}
        description={t('field.name.help')}
        {...form.getInputProps('name')}
      />
      <PortraitField
        name={form.values.name}
        value={form.values.portraitId}
        onChange={(id) => form.setFieldValue('portraitId', id)}
      />
      {area('description', 2)}
      {area('demographics', 2)}
      {area('needs', 3)}
      {area('objections', 2)}
      <PlaceRows form={form} />
      <LanguagesField form={form} />
      <RegionsField form={form} known={known} />
      <SourceRows form={form} />
    </>
  )
}

function LanguagesField({ form }: { form: ProblemForm<AudienceValues> }) {
  const { t } = useTranslation('audiences')
  const { choices } = useLanguageNames()
  return (
    <MultiSelect
      label={t('field.languages')}
      placeholder={form.values.languages.length === 0 ? t('field.languages.choose') : ''}
      data={choices(form.values.languages)}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('none-found')}
      {...form.getInputProps('languages')}
    />
  )
}

function RegionsField({ form, known = [] }: AudienceFieldsProps) {
  const { t } = useTranslation('audiences')
  const names = new Map([...known, ...useUnits()].map(({ id, name }) => [id, name]))
  return (
    <MultiSelect
      label={t('field.units')}
      description={t('field.units.help')}
      placeholder={form.values.unitIds.length === 0 ? t('field.units.choose') : ''}
      data={[...names].map(([value, label]) => ({ value, label }))}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('none-found')}
      {...form.getInputProps('unitIds')}
    />
  )
}

/** What can be said of an audience before it is sent; the server checks again. */
export function useAudienceChecks() {
  const { t } = useTranslation('audiences')
  const lines = (text: string) => (text.split('\n').some((line) => line.length > 300) ? t('check.line') : null)
  return {
    name: (name: string) => (name.trim() === '' ? t('check.name') : null),
    needs: lines,
    objections: lines,
  }
}
