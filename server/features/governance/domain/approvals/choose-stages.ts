import type { Condition, Stage } from '#contract/workflows.ts'
import { reasonsFor, type PostFacts, type Reason } from './conditions.ts'

export interface KnownWorkflow {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly conditions: readonly Condition[]
  readonly stages: readonly Stage[]
}

/** A stage that a post has to pass, with why. The release comes last, where its author may not publish there. */
export interface ChosenStage {
  readonly kind: 'stage' | 'release'
  readonly name: string
  readonly approvers: Stage['approvers']
  readonly need: Stage['need']
  readonly deadlineHours: number | null
  readonly reminderHours: number | null
  readonly reasons: readonly Reason[]
}

export interface Chosen {
  readonly workflow: KnownWorkflow | null
  readonly stages: readonly ChosenStage[]
}

/**
 * The stages of a post: those of the first workflow whose conditions hold, and the release where the author lacks the right
 * to publish. `release` is why they lack it; null where they have it.
 */
export function chooseStages(workflows: readonly KnownWorkflow[], facts: PostFacts, release: Reason | null): Chosen {
  for (const workflow of workflows) {
    const entry = reasonsFor(workflow.conditions, facts)
    if (entry === null) continue
    const stages = workflow.stages.flatMap((stage): ChosenStage[] => {
      const own = reasonsFor(stage.conditions, facts)
      if (own === null) return []
      // A stage without conditions of its own applies because its workflow does.
      return [{ ...stage, kind: 'stage', reasons: own.length > 0 ? own : entry.length > 0 ? entry : [ALWAYS] }]
    })
    return { workflow, stages: [...stages, ...releaseStage(release)] }
  }
  return { workflow: null, stages: releaseStage(release) }
}

const ALWAYS: Reason = { kind: 'always', params: {} }

function releaseStage(release: Reason | null): readonly ChosenStage[] {
  if (release === null) return []
  return [
    {
      kind: 'release',
      name: '',
      approvers: [],
      need: 'any',
      deadlineHours: null,
      reminderHours: null,
      reasons: [release],
    },
  ]
}
