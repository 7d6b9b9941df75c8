import { Button, TextInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { SimulateCard } from './simulate-card.tsx'
import { StageFields } from './stage-fields.tsx'
import { EMPTY_STAGE, workflowValues } from './workflow-values.ts'
import type { Workflow, WorkflowValues } from './workflow-values.ts'
import classes from './workflows.module.css'

/** Writes a workflow: which posts, which stages, who. It can be tried before it is saved. */
export function WorkflowForm({
  workflow,
  onDone,
}: {
  readonly workflow: Workflow | null
  readonly onDone: () => void
}) {
  const { t } = useTranslation('approvals')
  const sentence = useRefusalText()
  const queryClient = useQueryClient()
  const form = useProblemForm<WorkflowValues>({
    initialValues: workflowValues(workflow),
    validate: { title: (title: string) => (title.trim() === '' ? sentence({ code: 'text.empty' }) : null) },
    draft: workflow === null ? 'workflow:new' : `workflow:${workflow.id}:${workflow.version}`,
  })
  const { conditions, stages, title } = form.values
  const save = (values: WorkflowValues) =>
    workflow === null
      ? api.governance.workflows.create(values)
      : api.governance.workflows.change({ ...values, id: workflow.id }, { context: { version: workflow.version } })
  const done = () => {
    onDone()
    announce(t('workflows.saved'))
    void queryClient.invalidateQueries({ queryKey: orpc.governance.workflows.key() })
  }
  return (
    <form onSubmit={form.submit(save, done)} className={classes.form}>
      {workflow !== null && workflow.running > 0 && (
        <p className="text-2" role="note">
          {t('workflow.older', { count: workflow.running })}
        </p>
      )}
      <TextInput
        data-autofocus
        withAsterisk
        label={t('workflow.name')}
        maxLength={120}
        {...form.getInputProps('title')}
      />
      <Textarea
        label={t('workflow.description')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        {...form.getInputProps('description')}
      />
      <section className={classes.form} aria-label={t('workflow.conditions')}>
        <div>
          <h3 className="medium">{t('workflow.conditions')}</h3>
          <p className="small text-2">{t('workflow.conditions.help')}</p>
        </div>
        <ConditionFields conditions={conditions} onChange={(changed) => form.setFieldValue('conditions', changed)} />
      </section>
      <section className={classes.form} aria-label={t('workflow.stages')}>
        <h3 className="medium">{t('workflow.stages')}</h3>
        {stages.map((stage, place) => {
          const key = `stage ${place}`
          return (
            <StageFields
              key={key}
              number={place + 1}
              stage={stage}
              error={form.errors[`stages.${place}.name`]}
              onChange={(changed) => form.setFieldValue('stages', stages.toSpliced(place, 1, changed))}
              onRemove={stages.length === 1 ? null : () => form.setFieldValue('stages', stages.toSpliced(place, 1))}
            />
          )
        })}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
            onClick={() => form.setFieldValue('stages', [...stages, EMPTY_STAGE])}
          >
            {t('workflow.stage.add')}
          </Button>
        </div>
      </section>
      <SimulateCard workflow={{ title: title.trim() === '' ? '–' : title, conditions, stages }} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="workflows.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}
