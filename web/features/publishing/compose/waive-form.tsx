import { Button, Group, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'

interface WaiveFormProps {
  readonly waive: (reason: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks why the words stay. The reason is shown to whoever approves, and kept. */
export function WaiveForm({ waive, onClose }: WaiveFormProps) {
  const { t } = useTranslation('rules')
  const form = useProblemForm({ initialValues: { reason: '' }, guard: false })
  return (
    <form onSubmit={form.submit(({ reason }) => waive(reason), onClose)}>
      <Textarea
        mt={8}
        size="sm"
        autosize
        minRows={2}
        maxLength={1000}
        required
        data-autofocus
        autoFocus
        label={t('keep.reason')}
        description={t('keep.hint')}
        {...form.getInputProps('reason')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <Group gap={8} mt={8}>
        <Button type="submit" size="xs" loading={form.sending}>
          {t('keep.do')}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  )
}
