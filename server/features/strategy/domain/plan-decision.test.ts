import { expect, it } from 'vitest'
import { judge } from './plan-decision.ts'

const plan = {
  level: 'action',
  ownerId: 'owner',
  createdBy: 'maker',
  proposedBy: 'sender',
  parentOwnerId: 'above',
} as const
const nobody = { personId: 'x', approves: false, reports: new Set<string>() }

it.each([
  ['the owner', plan, { ...nobody, personId: 'owner', approves: true }, 'own'],
  ['whoever proposed it', plan, { ...nobody, personId: 'sender', approves: true }, 'own'],
  ['whoever wrote it, where nobody owns it', { ...plan, ownerId: null }, { ...nobody, personId: 'maker' }, 'own'],
  ['whoever wrote it for somebody else', plan, { ...nobody, personId: 'maker', approves: true }, 'allowed'],
  ['an approver', plan, { ...nobody, approves: true }, 'allowed'],
  ['the owner of the plan above', plan, { ...nobody, personId: 'above' }, 'allowed'],
  ['a superior of the owner', plan, { ...nobody, reports: new Set(['owner']) }, 'allowed'],
  ['a superior of somebody else', plan, { ...nobody, reports: new Set(['maker']) }, 'not-superior'],
  [
    'a superior, of a tactical plan',
    { ...plan, level: 'tactical' as const },
    { ...nobody, reports: new Set(['owner']) },
    'needs-approver',
  ],
  ['a key that stands for nobody', plan, { ...nobody, personId: null }, 'not-superior'],
] as const)('judges %s', (_, proposed, decider, expected) => {
  expect(judge(proposed, decider)).toBe(expected)
})
