import { Radio, Stack, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DECISIONS, PLANNED_DECISIONS } from '#contract/channel-criteria.ts'
import type { ChannelDecision } from '#contract/channel-criteria.ts'
import { api } from '#web/kernel/client.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from '../refresh-strategy.ts'
import type { Choice } from './records.ts'
import classes from './channels.module.css'

/** Decides about a platform, with the reason. */
export function DecideForm({ choice, onDone }: { readonly choice: Choice; readonly onDone: () => void }) {
  const { t } = useTranslation(['choice', 'accounts', 'ui'])
  const queryClient = useQueryClient()
  const form = useProblemForm<{ decision: ChannelDecision; reason: string; reviewOn: string | null }>({
    initialValues: { decision: choice.decision ?? 'use', reason: choice.reason, reviewOn: choice.reviewOn },
    draft: `decision:${choice.id}:${choice.version}`,
  })
  const send = form.submit(
    (values) =>
      api.strategy.channelChoice.decide({ ...values, id: choice.id }, { context: { version: choice.version } }),
    async (saved) => {
      onDone()
      announce(
        t('decide.done', {
          platform: t(`accounts:platform.${saved.platform}`),
          decision: t(`decision.${saved.decision ?? 'use'}`),
        }),
      )
      await refreshStrategy(queryClient)
    },
  )
  const ends = choice.targets.length > 0 && !PLANNED_DECISIONS.includes(form.values.decision)
  return (
    <form onSubmit={send} className={classes.form}>
      <RestoredNote form={form} />
      <Radio.Group label={t('column.decision')} {...form.getInputProps('decision')}>
        <Stack gap={8} mt={8}>
          {DECISIONS.map((value) => (
            <Radio key={value} value={value} label={t(`decision.${value}`)} description={t(`decision.${value}.help`)} />
          ))}
        </Stack>
      </Radio.Group>
      {ends && <p role="status">{t('decide.ends')}</p>}
      <Textarea
        withAsterisk
        autosize
        minRows={3}
        maxLength={2000}
        label={t('decide.reason')}
        description={t('decide.reason.help')}
        {...form.getInputProps('reason')}
      />
      <DayInput clearable label={t('decide.review')} {...form.getInputProps('reviewOn')} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="goals.change" sending={form.sending} onCancel={onDone} words={t('decide')} />
    </form>
  )
}
