import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStructure, type Unit } from '../structure-records.ts'
import { UnitFields } from './unit-fields.tsx'
import { emptyUnit, unitRequest } from './unit-values.ts'
import classes from './units.module.css'

interface NewUnitProps {
  readonly parentId: string
  readonly units: readonly Unit[]
  readonly onDone: () => void
}

/** The form that adds a unit. */
export function NewUnit({ parentId, units, onDone }: NewUnitProps) {
  const { t } = useTranslation('units')
  const queryClient = useQueryClient()
  const form = useProblemForm({ initialValues: emptyUnit(parentId), draft: 'unit:new' })
  const send = form.submit(
    (values) => api.organisation.units.create(unitRequest(values)),
    async (unit) => {
      onDone()
      await refreshStructure(queryClient)
      announce(t('unit.created', { name: unit.name }))
    },
  )
  return (
    <form onSubmit={send} noValidate>
      <RestoredNote form={form} />
      <div className={classes.form}>
        <UnitFields form={form} units={units} />
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
      </div>
      <SaveFoot action="structure.change" sending={form.sending} onCancel={onDone} words={t('unit.add')} />
    </form>
  )
}
