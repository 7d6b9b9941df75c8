import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import type { Perspective } from '../records.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { ObjectiveFields } from './objective-fields.tsx'
import { emptyObjective, objectiveRequest } from './objective-values.ts'
import { useObjectiveChecks } from './use-objective-checks.ts'

interface NewObjectiveProps {
  readonly perspective: Perspective
  readonly onDone: () => void
}

/** The form that sets a business objective. */
export function NewObjective({ perspective, onDone }: NewObjectiveProps) {
  const { t } = useTranslation('strategy')
  const me = useMe()
  const time = useTime()
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initialValues: emptyObjective({ perspective, today: time.today(), ownerId: me.person.id }),
    validate: useObjectiveChecks(),
    draft: `objective:new:${perspective}`,
  })
  const send = form.submit(
    (values) => api.strategy.createObjective(objectiveRequest(values)),
    async (objective) => {
      onDone()
      await refreshStrategy(queryClient)
      announce(t('objective.created', { title: objective.title }))
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <ObjectiveFields form={form} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="objectives.change" sending={form.sending} onCancel={onDone} words={t('objective.set')} />
    </form>
  )
}
