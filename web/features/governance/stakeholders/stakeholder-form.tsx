import { Button, Select, TextInput, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ADOPTION_LEVELS } from '#contract/stakeholders.ts'
import { RISKS } from '#contract/workflows.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useProblemText, useRefusalText } from '#web/ui/refusal-text.ts'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { useUnits } from '#web/ui/use-units.ts'
import { stakeholderValues } from './stakeholder-values.ts'
import type { Stakeholder, StakeholderValues } from './stakeholder-values.ts'
import classes from './stakeholders.module.css'

const SCALE = ['1', '2', '3', '4', '5']

interface StakeholderFormProps {
  readonly stakeholder: Stakeholder | null
  readonly onDone: () => void
}

/** Writes a stakeholder down: who they are, how far along, what is at stake, whose posts concern them. */
export function StakeholderForm({ stakeholder, onDone }: StakeholderFormProps) {
  const { t } = useTranslation(['approvals', 'ui'])
  const sentence = useRefusalText()
  const queryClient = useQueryClient()
  const form = useProblemForm<StakeholderValues>({
    initialValues: stakeholderValues(stakeholder),
    validate: { name: (name: string) => (name.trim() === '' ? sentence({ code: 'text.empty' }) : null) },
    draft: stakeholder === null ? 'stakeholder:new' : `stakeholder:${stakeholder.id}:${stakeholder.version}`,
  })
  const save = (values: StakeholderValues) =>
    stakeholder === null
      ? api.governance.stakeholders.create(values)
      : api.governance.stakeholders.change(
          { ...values, id: stakeholder.id },
          { context: { version: stakeholder.version } },
        )
  const done = () => {
    onDone()
    announce(t('stakeholder.saved'))
    void queryClient.invalidateQueries({ queryKey: orpc.governance.stakeholders.key() })
  }
  return (
    <form onSubmit={form.submit(save, done)}>
      <TextInput
        data-autofocus
        withAsterisk
        label={t('stakeholder.name')}
        maxLength={120}
        {...form.getInputProps('name')}
      />
      <TextInput label={t('stakeholder.role')} maxLength={200} {...form.getInputProps('role')} />
      <Textarea
        label={t('stakeholder.note')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        {...form.getInputProps('note')}
      />
      <Levels form={form} />
      <Concerns form={form} />
      <PersonSelect
        label={t('stakeholder.owner')}
        known={stakeholder?.owner ?? null}
        {...form.getInputProps('ownerId')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SheetFoot>
        {stakeholder !== null && <RemoveButton stakeholder={stakeholder} onDone={onDone} />}
        <Button variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <AllowedButton action="stakeholders.change" type="submit" loading={form.sending}>
          {t('ui:save')}
        </AllowedButton>
      </SheetFoot>
    </form>
  )
}

type Form = ReturnType<typeof useProblemForm<StakeholderValues>>

function Levels({ form }: { form: Form }) {
  const { t } = useTranslation('approvals')
  const scale = (field: 'interest' | 'influence') => (
    <Select
      label={t(`stakeholder.${field}`)}
      allowDeselect={false}
      data={SCALE.map((value) => ({ value, label: t('stakeholder.scale', { value }) }))}
      value={String(form.values[field])}
      onChange={(value) => form.setFieldValue(field, Number(value ?? 3))}
    />
  )
  return (
    <>
      <div className={classes.two}>
        <Select
          label={t('stakeholder.adoption')}
          allowDeselect={false}
          data={ADOPTION_LEVELS.map((value) => ({ value, label: t(`adoption.${value}`) }))}
          {...form.getInputProps('adoption')}
        />
        <Select
          label={t('stakeholder.risk')}
          allowDeselect={false}
          data={RISKS.map((value) => ({ value, label: t(`risk.${value}`) }))}
          {...form.getInputProps('risk')}
        />
      </div>
      <div className={classes.two}>
        {scale('interest')}
        {scale('influence')}
      </div>
    </>
  )
}

function Concerns({ form }: { form: Form }) {
  const { t } = useTranslation('approvals')
  const units = useUnits()
  const campaigns = useQuery({
    queryKey: [...orpc.content.campaigns.key(), 'every'],
    queryFn: () => everyPage((page) => api.content.campaigns(page)),
    staleTime: 60_000,
  })
  return (
    <>
      <Select
        label={t('stakeholder.unit')}
        placeholder={t('place.unit.none')}
        searchable
        clearable
        data={units.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('unitId')}
      />
      <Select
        label={t('stakeholder.campaign')}
        searchable
        clearable
        data={(campaigns.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        {...form.getInputProps('campaignId')}
      />
    </>
  )
}

function RemoveButton({ stakeholder, onDone }: { stakeholder: Stakeholder; onDone: () => void }) {
  const { t } = useTranslation('approvals')
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const { id, name, version } = stakeholder
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      announce(problemText(error), { tone: 'refused' })
    } finally {
      await queryClient.invalidateQueries({ queryKey: orpc.governance.stakeholders.key() })
    }
  }
  const remove = () =>
    attempt(async () => {
      await api.governance.stakeholders.remove({ id }, { context: { version } })
      onDone()
      announce(t('stakeholder.removed', { name }), {
        undo: () => attempt(() => api.governance.stakeholders.restore({ id })),
      })
    })
  return (
    <AllowedButton action="stakeholders.change" variant="subtle" color="gray" onClick={() => void remove()}>
      {t('stakeholder.remove')}
    </AllowedButton>
  )
}
