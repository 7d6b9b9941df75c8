import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

interface Ground {
  readonly organisationId: string
  readonly now: Date
  /** Ids by the names of people, and by the keys of goals and campaigns. */
  readonly people: ReadonlyMap<string, string>
  readonly goals: ReadonlyMap<string, string>
  readonly campaigns: ReadonlyMap<string, string>
}

interface Step {
  readonly title: string
  readonly owner: string
  /** Days from today. */
  readonly due: number
  readonly state: 'open' | 'doing' | 'done'
  readonly planned: string
  readonly actual: string
  readonly checklist?: readonly (readonly [text: string, done: boolean])[]
}

interface SamplePlan {
  readonly key: string
  readonly parent?: string
  readonly title: string
  readonly owner: string
  readonly goal?: string
  readonly campaign?: string
  readonly state: 'draft' | 'proposed' | 'approved' | 'returned'
  readonly asked?: string
  readonly granted?: string
  readonly words?: string
  readonly from: number
  readonly to: number
  readonly steps: readonly Step[]
}

const PLANS: readonly SamplePlan[] = [
  {
    key: 'dach',
    title: 'DACH: from first harvest to standing orders',
    owner: 'Jonas Weidmann',
    goal: 'orders',
    state: 'approved',
    asked: '18000',
    granted: '15000',
    words: 'Approved without the trade fair. Show what the guides bring first.',
    from: -60,
    to: 60,
    steps: [],
  },
  {
    key: 'guides',
    parent: 'dach',
    title: 'Brewing guides, one a week',
    owner: 'Jonas Weidmann',
    campaign: 'harvest',
    state: 'approved',
    from: -40,
    to: 30,
    steps: [
      {
        title: 'Choose eight recipes with the roastery',
        owner: 'Jonas Weidmann',
        due: -30,
        state: 'done',
        planned: '4',
        actual: '5.5',
      },
      {
        title: 'Film V60 and AeroPress',
        owner: 'Jonas Weidmann',
        due: -3,
        state: 'doing',
        planned: '12',
        actual: '9',
        checklist: [
          ['Book the roastery', true],
          ['Ask Amina for a greeting', true],
          ['Subtitles in German', false],
        ],
      },
      {
        title: 'Write the guide for the moka pot',
        owner: 'Jonas Weidmann',
        due: 5,
        state: 'open',
        planned: '6',
        actual: '0',
      },
    ],
  },
  {
    key: 'offices',
    title: 'Türkiye: coffee for offices',
    owner: 'Burcu Tezel',
    goal: 'office-clicks',
    state: 'proposed',
    asked: '9500',
    from: -5,
    to: 90,
    steps: [
      {
        title: 'Talk to three offices that order already',
        owner: 'Burcu Tezel',
        due: 9,
        state: 'open',
        planned: '8',
        actual: '0',
      },
    ],
  },
  {
    key: 'fair',
    title: 'A stand at the spring fair',
    owner: 'Burcu Tezel',
    state: 'draft',
    asked: '22000',
    from: 60,
    to: 120,
    steps: [],
  },
]

const DAY_MS = 86_400_000

/** Plans of the two regions: one approved with less than was asked, one that waits, and one that serves nothing yet. */
export async function plantPlans(kernel: Kernel, db: Db, ground: Ground): Promise<void> {
  const { organisationId, now, people, goals, campaigns } = ground
  const day = (ahead: number) => new Date(now.getTime() + ahead * DAY_MS).toISOString().slice(0, 10)
  const at = (ahead: number) => new Date(now.getTime() + ahead * DAY_MS)
  const person = (name: string) => people.get(name) ?? null
  const ids = new Map<string, string>()
  for (const plan of PLANS) {
    const id = kernel.clock.newId()
    ids.set(plan.key, id)
    const decided = plan.state === 'approved' || plan.state === 'returned'
    await db
      .insertInto('strategy_plans')
      .values({
        organisation_id: organisationId,
        id,
        level: plan.parent === undefined ? 'tactical' : 'action',
        title: plan.title,
        parent_id: plan.parent === undefined ? null : (ids.get(plan.parent) ?? null),
        owner_id: person(plan.owner),
        starts_on: day(plan.from),
        ends_on: day(plan.to),
        state: plan.state,
        asked_budget: plan.asked ?? null,
        granted_budget: plan.granted ?? null,
        currency: 'EUR',
        words: plan.words ?? '',
        proposed_by: plan.state === 'draft' ? null : person(plan.owner),
        proposed_at: plan.state === 'draft' ? null : at(Math.min(plan.from, -4)),
        decided_by: decided ? person('Deniz Korkut') : null,
        decided_at: decided ? at(plan.from + 3) : null,
        created_by: person(plan.owner),
        created_at: at(Math.min(plan.from, -5)),
      })
      .execute()
    const goalId = plan.goal === undefined ? undefined : goals.get(plan.goal)
    if (goalId !== undefined)
      await db
        .insertInto('strategy_plan_goals')
        .values({ organisation_id: organisationId, plan_id: id, goal_id: goalId })
        .execute()
    for (const step of plan.steps)
      await db
        .insertInto('strategy_tasks')
        .values({
          organisation_id: organisationId,
          id: kernel.clock.newId(),
          plan_id: id,
          title: step.title,
          owner_id: person(step.owner),
          due_on: day(step.due),
          state: step.state,
          hours_planned: step.planned,
          hours_actual: step.actual,
          campaign_id: plan.campaign === undefined ? null : (campaigns.get(plan.campaign) ?? null),
          checklist: JSON.stringify((step.checklist ?? []).map(([text, done]) => ({ text, done }))),
          created_by: person(plan.owner),
          created_at: at(plan.from),
          done_at: step.state === 'done' ? at(step.due) : null,
        })
        .execute()
  }
}
