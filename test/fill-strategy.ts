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
  readonly accountId: string
  readonly competitorId: string
  readonly swotId: string
  readonly choiceId: string
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
  const competitorId = await make('competitors', { name: 'Second Cup' })
  await make('audit-accounts', { platform: 'x', handle: 'second-cup', competitorId })
  // A platform that shows nothing to strangers: nobody is asked anything.
  const accountId = await make('audit-accounts', { platform: 'linkedin', handle: 'kavrela', unitId })
  await make(`audit-accounts/${accountId}/readings`, { followers: 1200, postsPerWeek: '1.5' })
  const swotId = await make('swot', { quadrant: 'weakness', text: 'Nobody answers', evidence: [] })
  await make(`swot/${swotId}/tasks`, { title: 'Answer within a day' })
  const points = { audience: 4, purpose: 4, format: 3, effort: 2, cost: 1, risk: 1 }
  const choiceId = await make('channel-choices', { platform: 'newsroom', points })
  await make('channel-choices', { platform: 'mastodon', points: { ...points, audience: 2 } })
  await world.admin.call('PUT', '/api/v1/channel-weights', {
    weights: { audience: 6, purpose: 4, format: 3, effort: 3, cost: 2, risk: 2 },
  })
  await world.admin.call('POST', `/api/v1/channel-choices/${choiceId}/decision`, { decision: 'use', reason: 'Ours' })
  await world.admin.call('PUT', `/api/v1/channel-choices/${choiceId}/targets`, {
    items: [{ postsPerWeek: 2, startsOn: '2026-11-02' }],
  })
  const reviews = await world.admin.call('GET', '/api/v1/cascade/reviews')
  await world.admin.call('PUT', '/api/v1/plan-document/starter', { starter: 'b2c' })
  await make('plan-document/versions', { note: 'For the board' })
  const planLinkId = await make('plan-document/links', { number: 1, name: 'The board' })
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
    accountId,
    competitorId,
    swotId,
    choiceId,
    planLinkId,
  }
}
