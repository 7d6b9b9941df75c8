import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'

type Answers = InferContractRouterOutputs<Contract>['governance']['workflows']
type Requests = InferContractRouterInputs<Contract>['governance']['workflows']

export type Workflow = Answers['list']['items'][number]
export type Condition = Workflow['conditions'][number]
export type Stage = Workflow['stages'][number]
export type Approver = Stage['approvers'][number]
export type WorkflowRequest = Requests['create']

/** What the form holds while it is typed. */
export type WorkflowValues = {
  title: string
  description: string
  conditions: Condition[]
  stages: Stage[]
}

export const EMPTY_STAGE: Stage = {
  name: '',
  conditions: [],
  approvers: [{ kind: 'superior' }],
  need: 'any',
  deadlineHours: 24,
  reminderHours: 8,
}

/** The values of a workflow that is there, or of a new one. */
export function workflowValues(workflow: Workflow | null): WorkflowValues {
  if (workflow === null) return { title: '', description: '', conditions: [], stages: [EMPTY_STAGE] }
  const { title, description, conditions, stages } = workflow
  return { title, description, conditions, stages }
}

/** A condition of a kind, as it begins. */
export function newCondition(kind: Condition['kind']): Condition {
  switch (kind) {
    case 'risk':
      return { kind, of: 'any', atLeast: 'high' }
    case 'finding':
      return { kind, from: 'region', atLeast: 'warn' }
    case 'first-post':
      return { kind }
    case 'contains':
      return { kind, oneOf: ['price'] }
    case 'author-role':
      return { kind, oneOf: ['officer'] }
    case 'language':
      return { kind, oneOf: ['tr'] }
    case 'platform':
    case 'channel':
    case 'unit':
    case 'campaign':
    case 'author-unit':
      return { kind, oneOf: [] }
  }
}

/** An approver of a kind, as it begins. */
export function newApprover(kind: Approver['kind']): Approver {
  switch (kind) {
    case 'person':
      return { kind, personId: '' }
    case 'role':
      return { kind, role: 'strategist' }
    case 'position':
      return { kind, positionId: '' }
    case 'duty':
      return { kind, duty: 'regional-reviewer' }
    case 'superior':
    case 'representative':
      return { kind }
  }
}
