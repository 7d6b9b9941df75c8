import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../world.ts'
import { days, inCalendar } from './days.ts'
import { join, type Insider } from './scenery.ts'
import { button, field, openStage, settled, type Stage, type Visit } from './stage.ts'

let stage: Stage
let goalId: string
let campaignId: string
let objectiveId: string
beforeAll(async () => {
  stage = await openStage()
  await join(stage.server, 'elif@example.org', 'Elif Yavaş', 'en', 'executive')
  const mert: Insider = await join(stage.server, 'mert@example.org', 'Mert Aydın', 'en', 'manager')
  await join(stage.server, 'oya@example.org', 'Oya Kaya', 'en', 'officer')
  await mert.call('POST', 'channels', { platform: 'newsroom', name: 'Kavrela News', settings: {} })
})
afterAll(() => stage.close())

test('A strategy becomes a plan, a task and a post, and a change of an objective is seen below', async () => {
  const top = await stage.visit({ as: 'elif@example.org' })
  await foundStrategy(top)
  const middle = await stage.visit({ as: 'mert@example.org' })
  const planPath = await answerWithPlan(middle)
  await approve(top, planPath)
  const lower = await stage.visit({ as: 'oya@example.org' })
  await turnIntoTask(lower, planPath)
  await becomeAPost(lower, planPath)
  await changeObjective(top)
  await seeTheRipple(middle, planPath)
  for (const { watched } of [top, middle, lower]) expect(watched.take()).toEqual([])
})

async function foundStrategy(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/strategy')
  await settled(visit)
  await button(page, words('strategy:objective.add')).first().click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('strategy:objective.field.title')).fill('Grow direct online revenue')
  await button(sheet, words('strategy:objective.set')).click()
  const objectives = await until(
    () => stage.server.admin.call('GET', '/api/v1/objectives'),
    (answer) => answer.at('items.0.title') === 'Grow direct online revenue',
  )
  objectiveId = String(objectives.at('items.0.id'))
}

/** The goal and the campaign are set beside the page; the plan and its budget by hand. */
async function answerWithPlan(visit: Visit): Promise<string> {
  const { page, words } = visit
  const make = async (path: string, body: object) => {
    const made = await stage.server.admin.call('POST', `/api/v1/${path}`, body)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    return made.id
  }
  const dueOn = days(200)
  goalId = await make('goals', {
    title: '9,000 orders',
    kpi: 'conversions',
    target: 9000,
    dueOn,
    objectiveIds: [objectiveId],
  })
  campaignId = await make('campaigns', { title: 'First harvest', goalIds: [goalId], startsOn: days(0), endsOn: dueOn })
  await page.goto(`/strategy/plans?goal=${goalId}`)
  await settled(visit)
  await button(page, words('plans:plans.new')).first().click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('plans:plan.field.title')).fill('First harvest in Türkiye')
  await field(sheet, words('plans:plan.field.budget')).fill('12,000')
  await button(sheet, words('plans:plan.save-draft')).click()
  await page.waitForURL(/\/strategy\/plans\/[\da-f-]{36}/u)
  await button(page, words('plans:plan.propose')).click()
  await page.getByText(words('plans:plan.state.proposed'), { exact: true }).first().waitFor()
  return new URL(page.url()).pathname
}

async function approve(visit: Visit, planPath: string): Promise<void> {
  const { page, words } = visit
  await page.goto(planPath)
  await settled(visit)
  await button(page, words('plans:plan.decide')).click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('plans:plan.decide.budget')).fill('9,500')
  await button(sheet, words('plans:plan.decide.approve')).click()
  await page.getByText(words('plans:plan.state.approved'), { exact: true }).first().waitFor()
  await page
    .getByText(/€9,500/u)
    .first()
    .waitFor()
}

async function turnIntoTask(visit: Visit, planPath: string): Promise<void> {
  const { page, words } = visit
  await page.goto(planPath)
  await settled(visit)
  await button(page, words('plans:tasks.new')).first().click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('plans:task.field.title')).fill('Tell of the first harvest')
  await field(sheet, words('plans:task.field.planned')).fill('3.5')
  await sheet.getByRole('combobox', { name: words('plans:task.field.campaign') }).click()
  await page.getByRole('option', { name: 'First harvest' }).click()
  await button(sheet, words('plans:task.add')).click()
  const card = page.getByRole('button', { name: /Tell of the first harvest/u })
  await card.waitFor()
  // With the keyboard to the next column.
  await card.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await page
    .getByRole('group', { name: words('plans:task.state.doing') })
    .getByText('Tell of the first harvest')
    .waitFor()
}

async function becomeAPost(visit: Visit, planPath: string): Promise<void> {
  const { page, words } = visit
  await page.getByRole('button', { name: /Tell of the first harvest/u }).click()
  await page.getByRole('link', { name: words('plans:task.to-post') }).click()
  await page.waitForURL(/\/posts\/new/u)
  await settled(visit)
  await page.getByRole('button', { name: 'Kavrela News' }).click()
  await field(page, words('publishing:compose.text')).fill('The first harvest has arrived')
  await field(page, words('publishing:when.date')).fill(inCalendar(days(2)))
  await page.keyboard.press('Tab')
  await button(page, words('publishing:compose.schedule', { count: 1 })).click()
  await page.waitForURL((address) => address.pathname === '/calendar')
  const planId = planPath.split('/').at(-1)
  const tasks = await until(
    () => stage.server.admin.call('GET', `/api/v1/tasks?planId=${planId}`),
    (answer) => answer.at('items.0.posts.0.title') === 'The first harvest has arrived',
  )
  expect(tasks.at('items.0.campaign.id')).toBe(campaignId)
}

async function changeObjective(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto(`/strategy/objectives/${objectiveId}`)
  await settled(visit)
  await button(page, words('strategy:edit')).first().click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('strategy:objective.field.title')).fill('Grow direct revenue abroad')
  await button(sheet, words('ui:save')).click()
  // The ripple is seen where it began.
  await page.getByRole('heading', { name: words('plans:review.ripple') }).waitFor()
}

async function seeTheRipple(visit: Visit, planPath: string): Promise<void> {
  const { page, words } = visit
  await page.goto(planPath)
  await settled(visit)
  await page.getByText(words('plans:review.needed')).first().waitFor()
  await page.getByText('Grow direct revenue abroad').first().waitFor()
  await button(page, words('plans:review.answer')).first().click()
  await field(page, words('plans:review.word')).fill('The plan is about Türkiye and stays')
  await button(page, words('plans:review.holds')).click()
  await until(
    () => stage.server.admin.call('GET', `/api/v1/plans/${planPath.split('/').at(-1)}`),
    (answer) => answer.at('reviews') === 0,
  )
  await page.goto('/strategy/cascade')
  await settled(visit)
  await page.getByRole('heading', { name: words('plans:cascade.flow') }).waitFor()
  await page
    .getByRole('button', { name: words('plans:cascade.tree.opened', { title: 'Grow direct revenue abroad' }) })
    .click()
  await page.getByRole('main').getByRole('link', { name: '9,000 orders' }).first().waitFor()
}
