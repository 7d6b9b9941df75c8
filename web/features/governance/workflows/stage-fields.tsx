import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ROLES } from '#contract/actions.ts'
import { APPROVER_KINDS, DUTIES, NEEDS } from '#contract/workflows.ts'
import { ConditionFields } from './condition-fields.tsx'
import { useKnown } from './use-known.ts'
import { newApprover } from './workflow-values.ts'
import type { Approver, Stage } from './workflow-values.ts'
import classes from './workflows.module.css'

interface StageFieldsProps {
  readonly number: number
  readonly stage: Stage
  readonly error?: React.ReactNode
  readonly onChange: (stage: Stage) => void
  readonly onRemove: (() => void) | null
}

/** One stage: its name, who is asked, when it applies and how long it may take. */
export function StageFields({ number, stage, error, onChange, onRemove }: StageFieldsProps) {
  const { t } = useTranslation('approvals')
  const hours = (value: string | number) => (typeof value === 'number' && value >= 1 ? Math.round(value) : null)
  return (
    <fieldset className={classes.box}>
      <div className={classes.head}>
        <h4>{t('workflow.stage.number', { number })}</h4>
        {onRemove !== null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('workflow.stage.remove', { number })}
            onClick={onRemove}
          >
            <IconX size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <TextInput
        label={t('workflow.stage.name')}
        withAsterisk
        maxLength={120}
        value={stage.name}
        error={error}
        onChange={(event) => onChange({ ...stage, name: event.currentTarget.value })}
      />
      <p className="medium small">{t('workflow.stage.who')}</p>
      <Approvers approvers={stage.approvers} onChange={(approvers) => onChange({ ...stage, approvers })} />
      {stage.approvers.length > 1 && (
        <Select
          label={t('workflow.stage.need')}
          allowDeselect={false}
          data={NEEDS.map((need) => ({ value: need, label: t(`need.${need}`) }))}
          value={stage.need}
          onChange={(need) => onChange({ ...stage, need: need === 'all' ? 'all' : 'any' })}
        />
      )}
      <p className="medium small">{t('workflow.stage.when')}</p>
      <ConditionFields conditions={stage.conditions} onChange={(conditions) => onChange({ ...stage, conditions })} />
      <div className={classes.two}>
        <NumberInput
          label={t('workflow.stage.deadline')}
          description={t('workflow.stage.deadline.help')}
          min={1}
          max={720}
          value={stage.deadlineHours ?? ''}
          onChange={(value) => onChange({ ...stage, deadlineHours: hours(value) })}
        />
        <NumberInput
          label={t('workflow.stage.reminder')}
          min={1}
          max={720}
          value={stage.reminderHours ?? ''}
          onChange={(value) => onChange({ ...stage, reminderHours: hours(value) })}
        />
      </div>
    </fieldset>
  )
}

function Approvers({
  approvers,
  onChange,
}: {
  approvers: readonly Approver[]
  onChange: (approvers: Approver[]) => void
}) {
  const { t } = useTranslation('approvals')
  return (
    <>
      {approvers.map((approver, place) => {
        const key = `approver ${place}`
        return (
          <div key={key} className={classes.line}>
            <Select
              aria-label={t('approver.kind')}
              allowDeselect={false}
              data={APPROVER_KINDS.map((kind) => ({ value: kind, label: t(`approver.${kind}`) }))}
              value={approver.kind}
              onChange={(kind) => {
                const found = APPROVER_KINDS.find((one) => one === kind)
                if (found !== undefined) onChange(approvers.toSpliced(place, 1, newApprover(found)))
              }}
            />
            <ApproverValue
              approver={approver}
              onChange={(changed) => onChange(approvers.toSpliced(place, 1, changed))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={approvers.length === 1}
              aria-label={t('approver.remove')}
              onClick={() => onChange(approvers.toSpliced(place, 1))}
            >
              <IconX size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </div>
        )
      })}
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
          onClick={() => onChange([...approvers, newApprover('superior')])}
        >
          {t('approver.add')}
        </Button>
      </div>
    </>
  )
}

function ApproverValue({ approver, onChange }: { approver: Approver; onChange: (changed: Approver) => void }) {
  const { t } = useTranslation(['approvals', 'session'])
  const known = useKnown()
  const field = { 'aria-label': t('approver.value'), allowDeselect: false, searchable: true }
  switch (approver.kind) {
    case 'superior':
    case 'representative':
      return <span />
    case 'person':
      return (
        <Select
          {...field}
          data={[...known.people]}
          value={approver.personId}
          onChange={(personId) => onChange({ ...approver, personId: personId ?? '' })}
        />
      )
    case 'position':
      return (
        <Select
          {...field}
          data={[...known.positions]}
          value={approver.positionId}
          onChange={(positionId) => onChange({ ...approver, positionId: positionId ?? '' })}
        />
      )
    case 'role':
      return (
        <Select
          {...field}
          data={ROLES.map((role) => ({ value: role, label: t(`session:role.${role}`) }))}
          value={approver.role}
          onChange={(role) => onChange({ ...approver, role: ROLES.find((one) => one === role) ?? approver.role })}
        />
      )
    case 'duty':
      return (
        <Select
          {...field}
          data={DUTIES.map((duty) => ({ value: duty, label: t(`duty.${duty}`) }))}
          value={approver.duty}
          onChange={(duty) => onChange({ ...approver, duty: DUTIES.find((one) => one === duty) ?? approver.duty })}
        />
      )
  }
}
