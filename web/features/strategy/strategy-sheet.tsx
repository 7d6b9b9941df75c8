import { useTranslation } from 'react-i18next'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { EditGoal } from './goals/edit-goal.tsx'
import { NewGoal } from './goals/new-goal.tsx'
import { EditObjective } from './objectives/edit-objective.tsx'
import { NewObjective } from './objectives/new-objective.tsx'
import type { Goal, Objective, Perspective } from './records.ts'

/** What is being set or changed at the side of the page. */
export type Writing =
  | { readonly what: 'new-objective'; readonly perspective: Perspective }
  | { readonly what: 'objective'; readonly objective: Objective }
  | { readonly what: 'new-goal'; readonly objectiveId?: string }
  | { readonly what: 'goal'; readonly goal: Goal }

interface StrategySheetProps {
  readonly writing: Writing | null
  readonly onDone: () => void
}

/** The sheet with the form for an objective or a goal. */
export function StrategySheet({ writing, onDone }: StrategySheetProps) {
  const { t } = useTranslation('strategy')
  return (
    <SideSheet opened={writing !== null} onClose={onDone} title={writing === null ? '' : t(`sheet.${writing.what}`)}>
      {writing?.what === 'new-objective' && <NewObjective perspective={writing.perspective} onDone={onDone} />}
      {writing?.what === 'objective' && <EditObjective objective={writing.objective} onDone={onDone} />}
      {writing?.what === 'new-goal' && <NewGoal objectiveId={writing.objectiveId} onDone={onDone} />}
      {writing?.what === 'goal' && <EditGoal goal={writing.goal} onDone={onDone} />}
    </SideSheet>
  )
}
