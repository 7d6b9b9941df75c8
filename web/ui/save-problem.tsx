import { ChangedMeanwhile, type DifferingField } from './changed-meanwhile.tsx'
import type { ProblemForm } from './form.ts'
import { ProblemNotice } from './problem-notice.tsx'
import type { Conflict } from './versions.ts'

interface SaveProblemProps<Values extends Record<string, unknown>> {
  readonly form: ProblemForm<Values>
  readonly versions: { readonly conflict: Conflict<Values> | null; readonly settle: () => void }
  /** The fields that both have changed, each in words. */
  readonly fields: (conflict: Conflict<Values>) => readonly DifferingField[]
  readonly save: () => void
}

/** What stands against saving a form: somebody else's version to decide about, or a problem no field could be blamed for. */
export function SaveProblem<Values extends Record<string, unknown>>({
  form,
  versions: { conflict, settle },
  fields,
  save,
}: SaveProblemProps<Values>) {
  if (conflict === null) return form.problem === null ? null : <ProblemNotice problem={form.problem} />
  return (
    <ChangedMeanwhile
      sending={form.sending}
      fields={fields(conflict)}
      onMine={() => {
        form.setValues(conflict.mine)
        settle()
        save()
      }}
      onTheirs={() => {
        form.setValues(conflict.theirs)
        settle()
      }}
    />
  )
}
