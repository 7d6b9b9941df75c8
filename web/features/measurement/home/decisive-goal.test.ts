import { describe, expect, it } from 'vitest'
import { decisiveGoal } from './decisive-goal.ts'

describe('the goal that decides how an objective stands', () => {
  it('is the worst measured one', () => {
    const goals = [
      { standing: 'on-path', dueOn: '2026-10-01' },
      { standing: 'behind', dueOn: '2026-12-31' },
      { standing: 'not-measured', dueOn: '2026-09-01' },
    ] as const
    expect(decisiveGoal(goals)?.standing).toBe('behind')
  })

  it('is the one due first where several stand alike', () => {
    const goals = [
      { standing: 'at-risk', dueOn: '2026-12-31' },
      { standing: 'at-risk', dueOn: '2026-11-30' },
    ] as const
    expect(decisiveGoal(goals)?.dueOn).toBe('2026-11-30')
  })

  it('is none without goals', () => {
    expect(decisiveGoal([])).toBeNull()
  })
})
