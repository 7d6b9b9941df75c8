import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { only } from '#web/ui/versions.ts'
import { refreshStructure, type Unit } from '../structure-records.ts'
import { UnitFields } from './unit-fields.tsx'
import { unitRequest, unitValues } from './unit-values.ts'
import { UnitHolidays } from './unit-holidays.tsx'
import { UnitPositions } from './unit-positions.tsx'
import { useUnitClosure } from './use-unit-closure.ts'
import classes from './units.module.css'

interface EditUnitProps {
  readonly unit: Unit
  readonly units: readonly Unit[]
  readonly onDone: () => void
}

/** A unit with its positions, holidays and the way to close it. */
export function EditUnit({ unit, units, onDone }: EditUnitProps) {
  const { t } = useTranslation(['units', 'ui'])
  const queryClient = useQueryClient()
  const closure = useUnitClosure(onDone)
  const form = useProblemForm({ initialValues: unitValues(unit), draft: `unit:${unit.id}:${unit.version}` })
  const send = form.submit(
    (values) => {
      const { kind: _, ...request } = unitRequest(values)
      const before = unitValues(unit)
      const changed = Object.keys(request).filter(
        (name) => JSON.stringify(Reflect.get(request, name)) !== JSON.stringify(Reflect.get(before, name)),
      )
      return api.organisation.units.change(
        {
          ...only(
            request,
            changed.filter((name) => name !== 'parentId' || unit.parentId !== null),
          ),
          id: unit.id,
        },
        { context: { version: unit.version } },
      )
    },
    async () => {
      onDone()
      await refreshStructure(queryClient)
      announce(t('saved'))
    },
  )
  return (
    <>
      <form onSubmit={send} noValidate>
        <div className={classes.form}>
          <UnitFields form={form} units={units} unit={unit} />
          {form.problem !== null && <ProblemNotice problem={form.problem} />}
        </div>
        <UnitPositions unit={unit} />
        {unit.country !== null && <UnitHolidays unit={unit} />}
        <SheetFoot>
          {unit.parentId !== null && (
            <AllowedButton action="structure.change" variant="default" onClick={() => void closure(unit)}>
              {unit.closedAt === null ? t('unit.close') : t('unit.reopen')}
            </AllowedButton>
          )}
          <Button variant="default" onClick={onDone}>
            {t('ui:cancel')}
          </Button>
          <AllowedButton action="structure.change" type="submit" loading={form.sending}>
            {t('ui:save')}
          </AllowedButton>
        </SheetFoot>
      </form>
    </>
  )
}
