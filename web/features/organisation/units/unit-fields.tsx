import { Checkbox, Select, TextInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ADDABLE_KINDS } from '#contract/units.ts'
import { orpc } from '#web/kernel/client.ts'
import type { ProblemForm } from '#web/ui/form.ts'
import { ZoneSelect } from '#web/ui/zone-select.tsx'
import type { Unit } from '../structure-records.ts'
import { LOCALES, namedOptions } from './names-of.ts'
import { UnitSelect } from './unit-select.tsx'
import type { UnitValues } from './unit-values.ts'
import { WeekField } from './week-field.tsx'
import classes from './units.module.css'

const USUAL = Array.from({ length: 7 }, () => ({ from: '09:00', until: '18:00' }))

interface UnitFieldsProps {
  readonly form: ProblemForm<UnitValues>
  readonly units: readonly Unit[]
  /** The unit that is changed; a new one has none. */
  readonly unit?: Unit
}

/** The fields of a unit; a region has more of them. */
export function UnitFields({ form, units, unit }: UnitFieldsProps) {
  const { t } = useTranslation('units')
  const { kind } = form.values
  const isRoot = unit?.parentId === null
  return (
    <>
      <TextInput withAsterisk data-autofocus maxLength={120} label={t('field.name')} {...form.getInputProps('name')} />
      {unit === undefined && (
        <Select
          label={t('field.kind')}
          description={t(`kind-help.${kind === 'company' || kind === 'agency' ? 'team' : kind}`)}
          data={ADDABLE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
      )}
      {!isRoot && (
        <UnitSelect
          label={t('field.parent')}
          units={units.filter((one) => one.kind !== 'agency' && one.id !== unit?.id)}
          {...form.getInputProps('parentId')}
        />
      )}
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        label={t('field.description')}
        {...form.getInputProps('description')}
      />
      {kind === 'region' && <RegionFields form={form} />}
      {!isRoot && kind !== 'agency' && (
        <Checkbox
          label={t('field.centre')}
          description={t('field.centre.help')}
          {...form.getInputProps('centre', { type: 'checkbox' })}
        />
      )}
    </>
  )
}

function RegionFields({ form }: { form: ProblemForm<UnitValues> }) {
  const { t, i18n } = useTranslation('units')
  const countries = useQuery(orpc.organisation.units.countries.queryOptions({ staleTime: Infinity }))
  const { locale, country, coverHours } = form.values
  const locales = useMemo(
    () => namedOptions([...new Set([...LOCALES, ...(locale === null ? [] : [locale])])], 'language', i18n.language),
    [locale, i18n.language],
  )
  const lands = useMemo(
    () =>
      namedOptions(
        [...new Set([...(countries.data?.items ?? []), ...(country === null ? [] : [country])])],
        'region',
        i18n.language,
      ),
    [countries.data, country, i18n.language],
  )
  return (
    <>
      <div className={classes.pair}>
        <Select
          searchable
          clearable
          label={t('field.locale')}
          data={locales}
          nothingFoundMessage={t('nothing-found')}
          {...form.getInputProps('locale')}
        />
        <Select
          searchable
          clearable
          limit={100}
          label={t('field.country')}
          description={t('field.country.help')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={lands}
          nothingFoundMessage={t('nothing-found')}
          {...form.getInputProps('country')}
        />
      </div>
      <ZoneSelect label={t('field.time-zone')} field={form.getInputProps('timeZone')} />
      <WeekField
        label={t('field.cover')}
        description={t('field.cover.help')}
        value={coverHours ?? USUAL}
        onChange={(week) => form.setFieldValue('coverHours', week)}
        errors={weekErrors(form.errors, 'coverHours')}
      />
    </>
  )
}

/** The refusals of single days, by their place in the week. */
export function weekErrors(errors: Readonly<Record<string, unknown>>, field: string): Record<number, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([path, error]) => {
      const place = new RegExp(`^${field}\\.(\\d)`, 'u').exec(path)?.[1]
      return place === undefined ? [] : [[Number(place), String(error)]]
    }),
  )
}
