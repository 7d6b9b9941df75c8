import { Button, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshEntries } from './entry-records.ts'
import type { EntryDetails } from './entry-records.ts'

/** What is to be kept, until when, and whom to ask. Nothing typed here is kept in the browser. */
export function EntryForm({ entry, onDone }: { readonly entry: EntryDetails | null; readonly onDone: () => void }) {
  const { t } = useTranslation('confidential')
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initialValues: {
      title: entry?.title ?? '',
      terms: [...(entry?.terms ?? [])],
      aliases: [...(entry?.aliases ?? [])],
      embargoUntil: entry?.embargoUntil ?? (null as string | null),
      contact: entry?.contact ?? '',
      note: entry?.note ?? '',
      listen: entry?.listen ?? false,
    },
  })
  const save = (values: typeof form.values) =>
    entry === null
      ? api.governance.watch.create(values)
      : api.governance.watch.change({ id: entry.id, ...values }, { context: { version: entry.version } })
  const done = async () => {
    announce(t(entry === null ? 'created' : 'saved'))
    onDone()
    await refreshEntries(queryClient)
  }
  return (
    <form onSubmit={form.submit(save, done)}>
      <TextInput
        required
        data-autofocus
        maxLength={120}
        label={t('field.title')}
        description={t('field.title.hint')}
        {...form.getInputProps('title')}
      />
      <TagsInput
        required
        label={t('field.terms')}
        description={t('field.terms.hint')}
        splitChars={['\n', ';']}
        {...form.getInputProps('terms')}
      />
      <TagsInput
        label={t('field.aliases')}
        description={t('field.aliases.hint')}
        splitChars={['\n', ';']}
        {...form.getInputProps('aliases')}
      />
      <DayInput
        label={t('field.embargo')}
        description={t('field.embargo.hint')}
        clearable
        {...form.getInputProps('embargoUntil')}
      />
      <TextInput
        required
        maxLength={120}
        label={t('field.contact')}
        description={t('field.contact.hint')}
        {...form.getInputProps('contact')}
      />
      <Textarea autosize minRows={2} maxLength={2000} label={t('field.note')} {...form.getInputProps('note')} />
      <Switch label={t('field.listen')} {...form.getInputProps('listen', { type: 'checkbox' })} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SheetFoot>
        <Button type="submit" loading={form.sending}>
          {t('save')}
        </Button>
      </SheetFoot>
    </form>
  )
}
