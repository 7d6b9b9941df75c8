import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { meQuery } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { NOTHING, isEmpty, wishBack, wishOf } from './records.ts'
import type { Draft, ModelInForce, ModelPreview } from './records.ts'
import { RightChanges } from './right-changes.tsx'
import classes from './model.module.css'

interface PreviewCardProps {
  readonly model: ModelInForce
  readonly draft: Draft
  readonly preview: UseQueryResult<ModelPreview>
  readonly onChange: (draft: Draft) => void
}

/** What the draft would change for whom, and the button that puts it in force, with a reason. */
export function PreviewCard({ model, draft, preview, onChange }: PreviewCardProps) {
  const { t } = useTranslation('model')
  if (isEmpty(draft))
    return (
      <Card title={t('preview')}>
        <p className={classes.quiet}>{t('preview.empty')}</p>
      </Card>
    )
  const byHand = model.rows.some((row) => Object.values(row.cells).some((cell) => cell.byHand))
  return (
    <Card title={t('preview')} end={t('card.preview')}>
      <div aria-live="polite">
        <Loaded query={preview}>{(data) => <RightChanges preview={data} first={8} />}</Loaded>
      </div>
      {byHand && (
        <Checkbox
          mt={12}
          label={t('clear')}
          description={t('clear.help')}
          checked={draft.clear}
          onChange={(event) => onChange({ ...draft, clear: event.currentTarget.checked })}
        />
      )}
      <ForceForm model={model} draft={draft} onDone={() => onChange(NOTHING)} />
    </Card>
  )
}

function ForceForm({ model, draft, onDone }: { model: ModelInForce; draft: Draft; onDone: () => void }) {
  const { t } = useTranslation('model')
  const form = useProblemForm({ initialValues: { reason: '' }, draft: 'operating-model' })
  const putInForce = usePutInForce()
  const save = ({ reason }: { reason: string }) => putInForce(model, draft, reason)
  return (
    <form onSubmit={form.submit(save, onDone)} noValidate>
      <Stack gap={12} mt={16}>
        <Textarea
          label={t('reason')}
          description={t('reason.help')}
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
        <Group gap={8}>
          <AllowedButton action="operating-model.change" type="submit" loading={form.sending} why="beside">
            {t('force')}
          </AllowedButton>
          <Button variant="default" onClick={onDone}>
            {t('discard')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Puts a draft in force, tells so and offers to take it back with every cell as it was. */
function usePutInForce() {
  const { t } = useTranslation('model')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: orpc.organisation.key() })
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
  }
  return async (before: ModelInForce, draft: Draft, reason: string) => {
    const after = await api.organisation.model.set(
      { ...wishOf(draft), reason },
      { context: { version: before.version } },
    )
    await refresh()
    announce(t('forced', { model: t(`model.${after.model}`) }), {
      undo: async () => {
        try {
          await api.organisation.model.set(
            { ...wishBack(before), reason: t('taken-back') },
            { context: { version: after.version } },
          )
          await refresh()
        } catch (error) {
          announce(sentence(error), { tone: 'refused' })
        }
      },
    })
  }
}
