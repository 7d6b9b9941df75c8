import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import type { Entry, EntryDetails } from './entry-records.ts'

/** Asks why somebody looks, before anything is shown. */
export function LookForm({
  entry,
  onSeen,
}: {
  readonly entry: Entry
  readonly onSeen: (details: EntryDetails) => void
}) {
  const { t } = useTranslation('confidential')
  const form = useProblemForm({ initialValues: { reason: '' }, guard: false })
  return (
    <form
      onSubmit={form.submit(({ reason }) => api.governance.watch.view({ id: entry.id, reason }), onSeen)}
      aria-label={t('look.title')}
    >
      <p className="text-2">{t('look.text')}</p>
      <Textarea
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        label={t('look.reason')}
        {...form.getInputProps('reason')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SheetFoot>
        <Button type="submit" loading={form.sending}>
          {t('look.do')}
        </Button>
      </SheetFoot>
    </form>
  )
}
