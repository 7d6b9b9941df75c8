import type { Filled, Make } from './fill-world.ts'
import type { World } from './world.ts'

export interface FilledStrategy {
  readonly kpiId: string
  readonly measureId: string
  readonly audienceId: string
  readonly planId: string
  readonly taskId: string
  readonly reviewId: string
  /** Of the plan document's first version, which waits for a decision. */
  readonly planLinkId: string
}

/** One of everything between goals and work, with a change above that puts it up for review. */
export async function fillStrategy(world: World, make: Make, filled: Filled): Promise<FilledStrategy> {
  const { companyId, unitId, objectiveId, goalId, postId, campaignId, mediaId } = filled
  const kpiId = await make('kpis', { name: 'Orders per post', formula: 'conversions / max(posts, 10)' })
  await make('scorecards', { unitId })
  await world.admin.call('PUT', `/api/v1/scorecards/${unitId}/objectives`, { objectiveId })
  const measureId = await make('scorecard-measures', {
    unitId: companyId,
    objectiveId,
    kpi: 'clicks',
    green: '100',
    amber: '50',
  })
  const audienceId = await make('audiences', { name: 'Elif, 28', portraitId: mediaId, unitIds: [unitId] })
  await world.admin.call('PATCH', `/api/v1/campaigns/${campaignId}`, { audienceIds: [audienceId] })
  const planId = await make('plans', {
    level: 'tactical',
    title: 'A harvest in pictures',
    startsOn: '2026-11-01',
    endsOn: '2027-03-31',
    goalIds: [goalId],
    askedBudget: '1000',
  })
  const taskId = await make('tasks', { planId, title: 'Take the pictures' })
  await world.admin.call('POST', `/api/v1/tasks/${taskId}/posts`, { postId })
  await world.admin.call('PATCH', `/api/v1/objectives/${objectiveId}`, { description: 'Without discounts' })
  const reviews = await world.admin.call('GET', '/api/v1/cascade/reviews')
  await world.admin.call('PUT', '/api/v1/plan-document/starter', { starter: 'b2c' })
  await make('plan-document/versions', { note: 'For the board' })
  const planLinkId = await make('plan-document/links', { number: 1, name: 'The board' })
  return { kpiId, measureId, audienceId, planId, taskId, reviewId: String(reviews.at('items.0.id')), planLinkId }
}
