import { NumberInput, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { localeOf } from '#web/kernel/use-time.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import { readDecimal } from '../measure/decimal.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { PROFILE_PARTS } from './profile.ts'
import type { Account } from './records.ts'
import classes from './audit.module.css'

type Part = 'yes' | 'no' | ''
type ReadingValues = {
  followers: string | number
  following: string | number
  posts: string | number
  postsPerWeek: string
  interactionsPerPost: string
  lastPostOn: string | null
  hasPicture: Part
  hasText: Part
  hasLink: Part
  isVerified: Part
}

/** The form that writes down what a person sees on a profile. What is left empty is not known. */
export function ReadingForm({ account, onDone }: { readonly account: Account; readonly onDone: () => void }) {
  const { t, i18n } = useTranslation('accounts')
  const locale = localeOf(i18n.language)
  const queryClient = useQueryClient()
  const form = useProblemForm<ReadingValues>({
    initialValues: {
      followers: '',
      following: '',
      posts: '',
      postsPerWeek: '',
      interactionsPerPost: '',
      lastPostOn: null,
      hasPicture: '',
      hasText: '',
      hasLink: '',
      isVerified: '',
    },
    draft: `reading:${account.id}`,
  })
  const count = (value: string | number) => (value === '' ? null : Number(value))
  const measure = (value: string) => (value.trim() === '' ? null : (readDecimal(value, locale) ?? value))
  const part = (value: Part) => (value === '' ? null : value === 'yes')
  const send = form.submit(
    (values) =>
      api.strategy.audit.addReading({
        id: account.id,
        followers: count(values.followers),
        following: count(values.following),
        posts: count(values.posts),
        postsPerWeek: measure(values.postsPerWeek),
        interactionsPerPost: measure(values.interactionsPerPost),
        lastPostOn: values.lastPostOn,
        hasPicture: part(values.hasPicture),
        hasText: part(values.hasText),
        hasLink: part(values.hasLink),
        isVerified: part(values.isVerified),
      }),
    async () => {
      onDone()
      announce(t('reading.saved'))
      await refreshStrategy(queryClient)
    },
  )
  const counts = [
    ['followers', t('column.followers')],
    ['following', t('reading.following')],
    ['posts', t('reading.posts')],
  ] as const
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <p className="text-2">{t('reading.help')}</p>
      <div className={classes.pair}>
        {counts.map(([name, label]) => (
          <NumberInput
            key={name}
            hideControls
            min={0}
            allowDecimal={false}
            allowNegative={false}
            label={label}
            {...form.getInputProps(name)}
          />
        ))}
        <DayInput clearable label={t('reading.last-post')} {...form.getInputProps('lastPostOn')} />
        <TextInput inputMode="decimal" label={t('column.postsPerWeek')} {...form.getInputProps('postsPerWeek')} />
        <TextInput
          inputMode="decimal"
          label={t('column.interactionsPerPost')}
          {...form.getInputProps('interactionsPerPost')}
        />
        {PROFILE_PARTS.map(([name, words]) => (
          <Select
            key={name}
            label={t(`profile.${words}`)}
            allowDeselect={false}
            data={[
              { value: '', label: t('profile.unknown') },
              { value: 'yes', label: t('profile.yes') },
              { value: 'no', label: t('profile.no') },
            ]}
            {...form.getInputProps(name)}
          />
        ))}
      </div>
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="goals.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}
