import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { only, useVersions } from '#web/ui/versions.ts'
import { useFactWords } from '../history/use-fact-words.ts'
import type { Objective } from '../records.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { ObjectiveFields } from './objective-fields.tsx'
import { objectiveRequest, objectiveValues } from './objective-values.ts'
import { useObjectiveChecks } from './use-objective-checks.ts'

/** The form that changes an objective. */
export function EditObjective({ objective, onDone }: { readonly objective: Objective; readonly onDone: () => void }) {
  const { t } = useTranslation('strategy')
  const queryClient = useQueryClient()
  const differences = useFactWords()
  const versions = useVersions({
    seen: objective,
    read: () => api.strategy.objective({ id: objective.id }),
    valuesOf: objectiveValues,
  })
  const form = useProblemForm({
    initialValues: objectiveValues(objective),
    validate: useObjectiveChecks(),
    draft: `objective:${objective.id}:${objective.version}`,
  })
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, names, version }) =>
        api.strategy.changeObjective(
          { ...only(objectiveRequest(values), names), id: objective.id },
          { context: { version } },
        ),
      ),
    async () => {
      onDone()
      await refreshStrategy(queryClient)
      announce(t('saved'))
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <ObjectiveFields form={form} owner={objective.owner} />
      <SaveProblem
        form={form}
        versions={versions}
        fields={(conflict) =>
          differences(only(conflict.mine, conflict.names), only(conflict.theirs, conflict.names)).map(
            ({ label, from, to }) => ({ label, mine: from, theirs: to }),
          )
        }
        save={send}
      />
      <SaveFoot action="objectives.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}
