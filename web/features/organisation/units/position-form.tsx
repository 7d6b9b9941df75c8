import { Button, Select, TextInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DUTIES, type Duty } from '#contract/positions.ts'
import { api } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshStructure, type Position } from '../structure-records.ts'
import classes from './units.module.css'

type Values = { title: string; description: string; duty: string | null; personId: string | null }

interface PositionFormProps {
  readonly unitId: string
  /** Null for a new one. */
  readonly position: Position | null
  readonly onDone: () => void
}

function isDuty(text: string | null): text is Duty {
  return DUTIES.some((duty) => duty === text)
}

/** The form of a position. It stands within another form, and therefore sends by its own button. */
export function PositionForm({ unitId, position, onDone }: PositionFormProps) {
  const { t } = useTranslation(['units', 'ui'])
  const queryClient = useQueryClient()
  const close = useClosePosition(onDone)
  const form = useProblemForm<Values>({
    initialValues: {
      title: position?.title ?? '',
      description: position?.description ?? '',
      duty: position?.duty ?? null,
      personId: position?.person?.id ?? null,
    },
    draft: position === null ? `position:new:${unitId}` : `position:${position.id}:${position.version}`,
  })
  const send = form.submit(
    ({ duty, ...values }) => {
      const request = { ...values, duty: isDuty(duty) ? duty : null }
      return position === null
        ? api.organisation.positions.create({ ...request, unitId })
        : api.organisation.positions.change({ ...request, id: position.id }, { context: { version: position.version } })
    },
    async () => {
      onDone()
      await refreshStructure(queryClient)
      announce(t('position.saved'))
    },
  )
  return (
    <div className={classes.ask} role="group" aria-label={position === null ? t('position.new') : position.title}>
      <TextInput withAsterisk maxLength={120} label={t('position.title')} {...form.getInputProps('title')} />
      <PersonSelect
        label={t('position.person')}
        description={t('position.person.help')}
        known={position?.person ?? null}
        {...form.getInputProps('personId')}
      />
      <Select
        clearable
        label={t('position.duty')}
        description={t('position.duty.help')}
        data={DUTIES.map((value) => ({ value, label: t(`duty.${value}`) }))}
        {...form.getInputProps('duty')}
      />
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        label={t('position.description')}
        {...form.getInputProps('description')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <div className={classes.ends}>
        {position !== null && (
          <Button size="xs" variant="default" onClick={() => void close(position)}>
            {t('position.close')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <Button size="xs" loading={form.sending} onClick={() => send()}>
          {position === null ? t('position.add-this') : t('ui:save')}
        </Button>
      </div>
    </div>
  )
}

function useClosePosition(onDone: () => void): (position: Position) => Promise<void> {
  const { t } = useTranslation('units')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      await refreshStructure(queryClient)
      return true
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
      return false
    }
  }
  return async ({ id, title, person }) => {
    if (!(await attempt(() => api.organisation.positions.close({ id })))) return
    onDone()
    announce(t('position.closed', { title }), {
      undo: async () => {
        await attempt(async () => {
          await api.organisation.positions.reopen({ id })
          if (person !== null) await api.organisation.positions.change({ id, personId: person.id })
        })
      },
    })
  }
}
