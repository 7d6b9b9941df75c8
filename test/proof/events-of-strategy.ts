import { expect, it } from 'vitest'
import { addColleague } from '../colleague.ts'
import type { Ledger } from './event-ledger.ts'

const DATES = { startsOn: '2027-01-01', endsOn: '2027-02-01' }
const BOOKED = { onDay: '2027-01-01', actual: '5' }
const ROUND = ['created', 'changed', 'removed', 'restored']

/** The changes of KPIs, scorecards, plans, tasks and reviews. */
export function tellStrategy(open: () => Ledger): void {
  const route = (name: string) => `strategy.${name}`

  it.each([
    ['kpis', 'kpi', 'catalogue', '', { name: 'A', formula: 'clicks' }, { name: 'B' }],
    ['plans', 'plan', 'plans', '', { level: 'tactical', title: 'A', ...DATES }, { title: 'B' }],
    ['tasks', 'task', 'plans', 'Task', { title: 'A' }, { title: 'B' }],
    ['budget-lines', 'budget-line', 'budget', 'Line', { title: 'A', ...BOOKED }, { title: 'B' }],
    ['tools', 'tool', 'budget', 'Tool', { name: 'A', price: '9', startsOn: '2027-01-01' }, { name: 'B' }],
  ])('of %s leaves one event each', async (path, type, part, ending, fields, changes) => {
    const { call, one } = open()
    const name = (verb: string) => route(`${part}.${verb}${ending}`)
    const added = await one(name('create'), () => call('POST', path, fields))
    const changed = await one(name('change'), () => call('PATCH', `${path}/${added.answer.id}`, changes))
    const removed = await one(name('remove'), () => call('DELETE', `${path}/${added.answer.id}`))
    const restored = await one(name('restore'), () => call('POST', `${path}/${added.answer.id}/restoration`))
    expect([added, changed, removed, restored].map(({ event }) => event.verb)).toEqual(
      ROUND.map((verb) => `${type}.${verb}`),
    )
    expect([added.event.before, changed.event.after, removed.event.after]).toEqual([null, changes, null])
  })

  it('of an audience leaves one event each, also of its way into the archive and back', async () => {
    const { call, one } = open()
    const name = (verb: string) => route(`audiences.${verb}`)
    const added = await one(name('create'), () => call('POST', 'audiences', { name: 'Students' }))
    const path = `audiences/${added.answer.id}`
    const changed = await one(name('change'), () => call('PATCH', path, { needs: ['Cheap'] }))
    const archived = await one(name('archive'), () => call('DELETE', path))
    const restored = await one(name('restore'), () => call('POST', `${path}/restoration`))
    expect([added, changed, archived, restored].map(({ event }) => event.verb)).toEqual(
      ['created', 'changed', 'archived', 'restored'].map((verb) => `audience.${verb}`),
    )
    expect([changed.event.before, changed.event.after]).toEqual([{ needs: [] }, { needs: ['Cheap'] }])
    expect([archived.event.before, archived.event.after]).toEqual([{ archived: false }, { archived: true }])
  })

  it('of hours and rates leaves one event each, which says neither how many hours nor what they cost', async () => {
    const { call, one, several } = open()
    const name = (verb: string) => route(`budget.${verb}`)
    const logged = await one(name('logHours'), () => call('POST', 'hours', { onDay: '2027-01-05', hours: '3' }))
    const path = `hours/${logged.answer.id}`
    const changed = await one(name('changeHours'), () => call('PATCH', path, { hours: '4' }))
    const told = { onDay: '2027-01-05', unitId: null, campaignId: null, planId: null }
    expect([logged.event.after, changed.event.after]).toEqual([told, told])
    await one(name('removeHours'), () => call('DELETE', path))
    await one(name('restoreHours'), () => call('POST', `${path}/restoration`))
    const { personId } = open().world
    const costRate = await one(name('setCostRate'), () =>
      call('PUT', 'cost-rates', { personId, since: '2027-01-01', amount: '70' }),
    )
    expect(costRate.event.after).toEqual({ personId, since: '2027-01-01' })
    await one(name('removeCostRate'), () => call('DELETE', `cost-rates/${costRate.answer.id}`))
    const pair = { base: 'USD', quote: 'EUR', onDay: '2027-01-01' }
    const rate = await one(name('setRate'), () => call('PUT', 'exchange-rates', { ...pair, rate: '0.9' }))
    const again = await one(name('setRate'), () => call('PUT', 'exchange-rates', { ...pair, rate: '0.8' }))
    expect([again.event.before, again.event.after]).toEqual([{ rate: '0.9' }, { rate: '0.8' }])
    await one(name('removeRate'), () => call('DELETE', `exchange-rates/${rate.answer.id}`))
    const text = `Reference,Date,Title,Actual,Campaign\n1,2027-01-01,A,1,\n2,2027-01-01,B,2,`
    await several(name('import'), ['budget-line.created', 'budget-line.created'], () =>
      call('POST', 'budget-imports', { list: 'lines', text }),
    )
  })

  it('of a KPI’s formula leaves one event, and one more where a goal goes by the new edition', async () => {
    const { call, filled, one } = open()
    const goal = await call('POST', 'goals', { title: 'A', kpi: filled.kpiId, target: '1', dueOn: '2027-01-01' })
    await call('PATCH', `kpis/${filled.kpiId}`, { formula: 'conversions', reason: 'Simpler' })
    const moved = await one(route('moveGoalKpi'), () => call('POST', `goals/${goal.id}/kpi-edition`, {}))
    expect([moved.event.before, moved.event.after]).toEqual([{ kpiEdition: 1 }, { kpiEdition: 2 }])
    const chosen = await one(route('catalogue.chooseSet'), () => call('PUT', 'kpi-set', { kind: 'charity' }))
    expect([chosen.event.before, chosen.event.after]).toEqual([{ kind: null }, { kind: 'charity' }])
  })

  it('of a scorecard leaves one event: what it takes over, measures, causes and is brought about by', async () => {
    const { call, filled, one } = open()
    const name = (verb: string) => route(`scorecards.${verb}`)
    const unit = await call('POST', 'units', { name: 'Retail', kind: 'brand', parentId: filled.companyId })
    await one(name('create'), () => call('POST', 'scorecards', { unitId: unit.id }))
    const path = `scorecards/${unit.id}`
    const { objectiveId } = filled
    const second = await call('POST', 'objectives', { title: 'Second', perspective: 'customer', ...DATES })
    const taken = await one(name('setObjective'), () => call('PUT', `${path}/objectives`, { objectiveId }))
    expect(taken.event.verb).toBe('scorecard.objective-taken')
    await call('PUT', `${path}/objectives`, { objectiveId: second.id })
    await one(name('place'), () => call('PUT', `${path}/places`, { items: [{ objectiveId, x: 40, y: 10 }] }))
    const arrow = { causeId: second.id, effectId: objectiveId }
    await one(name('setCause'), () => call('PUT', `${path}/causes`, arrow))
    const gone = await one(name('setCause'), () => call('PUT', `${path}/causes`, { ...arrow, drawn: false }))
    expect([gone.event.verb, gone.event.after]).toEqual(['scorecard.cause-removed', null])
    await one(name('setInitiative'), () =>
      call('PUT', `${path}/initiatives`, { objectiveId, kind: 'campaign', recordId: filled.campaignId }),
    )
    const limits = { kpi: 'clicks', green: '100', amber: '50' }
    const measure = await one(name('addMeasure'), () =>
      call('POST', 'scorecard-measures', { unitId: unit.id, objectiveId, ...limits }),
    )
    const place = `scorecard-measures/${measure.answer.id}`
    const changed = await one(name('changeMeasure'), () => call('PATCH', place, { amber: '60' }))
    expect([changed.event.before, changed.event.after]).toEqual([{ amber: '50' }, { amber: '60' }])
    await one(name('removeMeasure'), () => call('DELETE', place))
    await one(name('remove'), () => call('DELETE', path))
  })

  it('of the plan document leaves one event each, from its texts to its links and reviews', async () => {
    const { call, one, world } = open()
    const name = (verb: string) => route(`planDocument.${verb}`)
    const begun = await one(name('begin'), () => call('PUT', 'plan-document/starter', { starter: 'charity' }))
    expect([begun.event.before, begun.event.after]).toEqual([{ starter: 'b2c' }, { starter: 'charity' }])
    const texts = [{ key: 'motive', texts: { en: 'Why', tr: 'Neden' } }]
    const changed = await one(name('change'), () => call('PATCH', 'plan-document', { texts }))
    expect(changed.event.after).toEqual({ texts })
    const withdrawn = await one(name('withdraw'), () => call('POST', 'plan-document/versions/1/withdrawal'))
    expect(withdrawn.event.after).toEqual({ number: 1, state: 'withdrawn' })
    const proposed = await one(name('propose'), () => call('POST', 'plan-document/versions', { note: 'Second' }))
    expect(proposed.event.after).toMatchObject({ number: 2, note: 'Second', hash: proposed.answer.at('hash') })
    const above = await addColleague(world, 'Esra Can', 'executive')
    const decided = await one(name('decide'), () =>
      above.call('POST', '/api/v1/plan-document/versions/2/decision', { outcome: 'approved' }),
    )
    expect(decided.event).toMatchObject({ verb: 'plan-document.approved', after: { number: 2, state: 'approved' } })
    const shared = await one(name('share'), () => call('POST', 'plan-document/links', { number: 2, name: 'The board' }))
    expect(JSON.stringify(shared.event)).not.toContain(String(shared.answer.at('url')).split('/').at(-1))
    await one(name('withdrawLink'), () => call('DELETE', `plan-document/links/${shared.answer.id}`))
    const review = await one(name('review'), () => call('POST', 'plan-document/reviews', { outcome: 'holds' }))
    expect(review.event).toMatchObject({ verb: 'plan-document.reviewed', after: { outcome: 'holds', number: 2 } })
  })

  it('of a plan on its way, a post that a task became and a review leaves one event', async () => {
    const { call, filled, one, world } = open()
    const plan = `plans/${filled.planId}`
    await one(route('plans.propose'), () => call('POST', `${plan}/proposal`))
    const above = await addColleague(world, 'Esra Tan', 'executive')
    const decided = await one(route('plans.decide'), () =>
      above.call('POST', `/api/v1/${plan}/decision`, { outcome: 'approved', grantedBudget: '900' }),
    )
    expect(decided.event).toMatchObject({ verb: 'plan.approved', after: { grantedBudget: '900' } })
    const task = await call('POST', 'tasks', { title: 'Film' })
    await one(route('plans.linkPost'), () => call('POST', `tasks/${task.id}/posts`, { postId: filled.postId }))
    const cleared = await one(route('cascade.clearReview'), () =>
      call('POST', `cascade/reviews/${filled.reviewId}/clearance`, { outcome: 'holds' }),
    )
    expect(cleared.event).toMatchObject({ verb: 'review.cleared', after: { outcome: 'holds' } })
  })
}
