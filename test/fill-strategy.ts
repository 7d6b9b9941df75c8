import type { Filled, Make } from './fill-world.ts'
import type { World } from './world.ts'

export interface FilledStrategy {
  readonly kpiId: string
  readonly measureId: string
  readonly audienceId: string
  readonly planId: string
  readonly taskId: string
  readonly reviewId: string
  readonly lineId: string
  readonly rateId: string
  readonly costRateId: string
  readonly hoursId: string
  readonly toolId: string
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
  const lineId = await make('budget-lines', {
    title: 'Adverts',
    onDay: '2026-11-10',
    planned: '100',
    campaignId: filled.campaignId,
  })
  const { id: rateId } = await world.admin.call('PUT', '/api/v1/exchange-rates', {
    base: 'USD',
    quote: 'EUR',
    onDay: '2026-11-01',
    rate: '0.9',
  })
  const { id: costRateId } = await world.admin.call('PUT', '/api/v1/cost-rates', {
    personId: world.personId,
    since: '2026-01-01',
    amount: '50',
  })
  const hoursId = await make('hours', { onDay: '2026-11-10', hours: '2', planId })
  const toolId = await make('tools', { name: 'Scheduler', price: '20', startsOn: '2026-11-01' })
  const reviews = await world.admin.call('GET', '/api/v1/cascade/reviews')
  return {
    kpiId,
    measureId,
    audienceId,
    planId,
    taskId,
    reviewId: String(reviews.at('items.0.id')),
    lineId,
    rateId,
    costRateId,
    hoursId,
    toolId,
  }
}
