import { NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FORMALITIES, FORMALITY_LANGUAGES, MATCHES, READING_LANGUAGES } from '#contract/rule-records.ts'
import { fieldsOf } from './definition-values.ts'
import type { DefinitionValues } from './definition-values.ts'
import type { Definition } from './rule-records.ts'
import { useCountryNames } from './use-country-names.ts'
import classes from './rules.module.css'

type Field = keyof DefinitionValues

interface DefinitionFieldsProps {
  readonly kind: Definition['kind']
  readonly input: (field: Field) => object
  readonly checkbox: (field: Field) => object
}

const COUNTRIES = 'TR DE AT CH GB US FR SA AE KW QA BH OM JP BR ES IT NL PT PL GR'.split(' ')

/** The fields that a kind of rule has. */
export function DefinitionFields({ kind, input, checkbox }: DefinitionFieldsProps) {
  const { t, i18n } = useTranslation('rules')
  const countries = useCountryNames()
  const languages = new Intl.DisplayNames(i18n.language, { type: 'language' })
  const tags = (field: Field, label: string, description?: string) => (
    <TagsInput
      label={label}
      splitChars={['\n', ';']}
      {...(description === undefined ? {} : { description })}
      {...input(field)}
    />
  )
  const spoken = kind === 'formality' ? FORMALITY_LANGUAGES : READING_LANGUAGES
  const fields: Readonly<Partial<Record<Field, () => ReactNode>>> = {
    terms: () => tags('terms', t('field.terms'), t('field.terms.hint')),
    match: () => (
      <Select
        label={t('field.match')}
        allowDeselect={false}
        data={MATCHES.map((value) => ({ value, label: t(`match.${value}`) }))}
        {...input('match')}
      />
    ),
    use: () => (
      <Select
        label={t('field.use')}
        allowDeselect={false}
        data={(['avoid', 'approval'] as const).map((value) => ({ value, label: t(`use.${value}`) }))}
        {...input('use')}
      />
    ),
    pattern: () => (
      <TextInput
        label={t('field.pattern')}
        description={t('field.pattern.hint')}
        maxLength={500}
        {...input('pattern')}
      />
    ),
    anyCase: () => <Switch label={t('field.anyCase')} {...checkbox('anyCase')} />,
    most: () => <NumberInput label={t('field.most')} min={0} max={1000} {...input('most')} />,
    least: () => <NumberInput label={t('field.least')} min={0} max={1000} {...input('least')} />,
    needed: () => tags('needed', t('field.needed')),
    avoid: () => tags('avoid', t('field.avoid')),
    onlyHosts: () => tags('onlyHosts', t('field.onlyHosts')),
    avoidHosts: () => tags('avoidHosts', t('field.avoidHosts')),
    secure: () => <Switch label={t('field.secure')} {...checkbox('secure')} />,
    language: () => (
      <Select
        label={t('field.language')}
        allowDeselect={false}
        data={spoken.map((value) => ({ value, label: languages.of(value) ?? value }))}
        {...input('language')}
      />
    ),
    want: () => (
      <Select
        label={t('field.want')}
        allowDeselect={false}
        data={FORMALITIES.map((value) => ({ value, label: t(`want.${value}`) }))}
        {...input('want')}
      />
    ),
    triggers: () => tags('triggers', t('field.triggers'), t('field.triggers.hint')),
    labels: () => tags('labels', t('field.labels')),
    place: () => (
      <Select
        label={t('field.place')}
        allowDeselect={false}
        data={(['anywhere', 'beginning'] as const).map((value) => ({ value, label: t(`place.${value}`) }))}
        {...input('place')}
      />
    ),
    texts: () => tags('texts', t('field.texts')),
    avoidBeginnings: () => tags('avoidBeginnings', t('field.avoidBeginnings')),
    country: () => (
      <Select
        label={t('field.country')}
        clearable
        searchable
        data={COUNTRIES.map((value) => ({ value, label: countries(value) }))}
        {...input('country')}
      />
    ),
    holidays: () => (
      <Select
        label={t('field.holidays')}
        allowDeselect={false}
        data={(['none', 'public', 'all'] as const).map((value) => ({ value, label: t(`holidays.${value}`) }))}
        {...input('holidays')}
      />
    ),
    days: () => (
      <Textarea label={t('field.days')} description={t('field.days.hint')} autosize minRows={3} {...input('days')} />
    ),
  }
  return (
    <div className={classes.fields}>
      {fieldsOf(kind).map((field) => (
        <div key={field}>{fields[field]?.()}</div>
      ))}
    </div>
  )
}
