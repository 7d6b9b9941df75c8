import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../world.ts'
import { days } from './days.ts'
import { join, type Insider } from './scenery.ts'
import { button, field, openStage, settled, type Stage, type Visit } from './stage.ts'

let stage: Stage
let shop: Awaited<ReturnType<typeof openShop>>
let goalId: string
let campaignId: string
let objectiveId: string
beforeAll(async () => {
  stage = await openStage()
  shop = await openShop()
  await join(stage.server, 'elif@example.org', 'Elif Yavaş', 'en', 'executive')
  const mert: Insider = await join(stage.server, 'mert@example.org', 'Mert Aydın', 'en', 'manager')
  await join(stage.server, 'oya@example.org', 'Oya Kaya', 'en', 'officer')
  await mert.call('POST', 'channels', { platform: 'newsroom', name: 'Kavrela News', settings: {} })
})
afterAll(async () => {
  await shop.close()
  await stage.close()
})

/** The organisation's own web page that the short link leads to. */
async function openShop() {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<title>Shop</title><h1>Welcome to the shop</h1>'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://localhost:${port}/harvest`, close: () => new Promise((resolve) => server.close(resolve)) }
}

test('A strategy becomes a plan, a task and a post, its click moves the goal, and a change above is seen below', async () => {
  const top = await stage.visit({ as: 'elif@example.org' })
  await foundStrategy(top)
  const middle = await stage.visit({ as: 'mert@example.org' })
  const planPath = await answerWithPlan(middle)
  await approve(top, planPath)
  const lower = await stage.visit({ as: 'oya@example.org' })
  await turnIntoTask(lower, planPath)
  await agreeOnTask(lower)
  await becomeAPost(lower, planPath)
  await seeLight(top, 'light.red')
  await click(lower)
  await seeGoalReached(top)
  await seeLight(top, 'light.green')
  await linkPlan(top)
  await changeObjective(top)
  await changeMission(top)
  await seeTheRipple(middle, planPath)
  const inTurkish = await stage.visit({ as: 'oya@example.org', language: 'tr' })
  await seeOwnReviews(inTurkish)
  for (const { watched } of [top, middle, inTurkish]) expect(watched.take()).toEqual([])
  // The task that somebody else had changed was refused once, and then merged.
  expect(lower.watched.take().filter((trouble) => !JSON.stringify(trouble).includes('412'))).toEqual([])
})

async function foundStrategy(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/strategy')
  await settled(visit)
  await button(page, words('strategy:direction.write')).click()
  await field(page, words('strategy:direction.vision')).fill('The farm in every cup')
  await field(page, words('strategy:direction.mission')).fill('Good coffee, fairly bought')
  await button(page, words('ui:save')).click()
  await page.getByText('The farm in every cup').waitFor()
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
    title: 'Visits to the shop',
    kpi: 'clicks',
    target: 1,
    startsOn: days(-60),
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

/** Somebody else gives the task another name and steps while it is open here: nothing of either is lost. */
async function agreeOnTask({ page, words }: Visit): Promise<void> {
  await page.getByRole('button', { name: /Tell of the first harvest/u }).click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('plans:task.field.title')).fill('Tell of the first harvest in Ordu')
  await field(sheet, words('plans:task.field.description')).fill('With a picture of the farm')
  const tasks = await stage.server.admin.call('GET', '/api/v1/tasks')
  await stage.server.admin.call('PATCH', `/api/v1/tasks/${String(tasks.at('items.0.id'))}`, {
    title: 'Tell of the first harvest in Rize',
    checklist: [{ text: 'Ask the farmer', done: false }],
  })
  await button(sheet, words('ui:save')).click()
  const notice = sheet.getByRole('alert')
  await notice.getByText('Tell of the first harvest in Rize').waitFor()
  await button(notice, words('ui:changed.keep-mine')).click()
  await sheet.waitFor({ state: 'detached' })
  const merged = await stage.server.admin.call('GET', '/api/v1/tasks')
  expect(merged.at('items.0')).toMatchObject({
    title: 'Tell of the first harvest in Ordu',
    description: 'With a picture of the farm',
    checklist: [{ text: 'Ask the farmer', done: false }],
  })
}

async function becomeAPost(visit: Visit, planPath: string): Promise<void> {
  const { page, words } = visit
  await page.getByRole('button', { name: /Tell of the first harvest in Ordu/u }).click()
  await page.getByRole('link', { name: words('plans:task.to-post') }).click()
  await page.waitForURL(/\/posts\/new/u)
  await settled(visit)
  await page.getByRole('button', { name: 'Kavrela News' }).click()
  await field(page, words('publishing:compose.text')).fill(`The first harvest has arrived: ${shop.address}`)
  await page.getByText(words('publishing:when.now'), { exact: true }).click()
  await button(page, words('publishing:compose.publish', { count: 1 })).click()
  await page.waitForURL((address) => address.pathname === '/calendar')
  const planId = planPath.split('/').at(-1)
  const tasks = await until(
    () => stage.server.admin.call('GET', `/api/v1/tasks?planId=${planId}`),
    (answer) => String(answer.at('items.0.posts.0.title')).startsWith('The first harvest has arrived'),
  )
  expect(tasks.at('items.0.campaign.id')).toBe(campaignId)
}

/** The objective's light on the company's scorecard. */
async function seeLight(visit: Visit, light: 'light.red' | 'light.green'): Promise<void> {
  const { page, words } = visit
  await page.goto('/strategy/scorecard')
  await settled(visit)
  await page
    .locator(`.react-flow__node[data-id="${objectiveId}"]`)
    .getByText(words(`scorecard:${light}`))
    .waitFor()
}

/** Somebody follows the link on the published page. */
async function click({ context }: Visit): Promise<void> {
  const deliveries = await until(
    () => stage.server.admin.call('GET', '/api/v1/deliveries?state=published'),
    (answer) => typeof answer.at('items.0.delivery.url') === 'string',
  )
  const published = await context.newPage()
  await published.goto(String(deliveries.at('items.0.delivery.url')))
  await published
    .locator('article a[href]')
    .filter({ hasText: /^https?:/u })
    .first()
    .click()
  await published.getByRole('heading', { name: 'Welcome to the shop' }).waitFor()
  await published.close()
}

async function seeGoalReached(visit: Visit): Promise<void> {
  const { page, words } = visit
  await until(
    () => stage.server.admin.call('GET', `/api/v1/goal-progress?goalId=${goalId}`),
    (answer) => answer.at('items.0.now') === '1',
  )
  await page.goto(`/strategy/goals/${goalId}`)
  await settled(visit)
  await page.getByText(words('ui:standing.reached')).first().waitFor()
}

/** The plan becomes an initiative of the objective, chosen on the map's panel. */
async function linkPlan({ page, words }: Visit): Promise<void> {
  await page.locator(`.react-flow__node[data-id="${objectiveId}"]`).click()
  const panel = page.getByRole('complementary', { name: 'Grow direct online revenue' })
  await panel.getByRole('combobox', { name: words('scorecard:initiatives.add') }).fill('Türkiye')
  await page.getByRole('option', { name: 'First harvest in Türkiye' }).click()
  await panel.getByRole('link', { name: 'First harvest in Türkiye' }).waitFor()
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

/** What the organisation stands for is above every objective. */
async function changeMission(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/strategy')
  await settled(visit)
  await button(page, words('strategy:edit')).first().click()
  await field(page, words('strategy:direction.mission')).fill('Good coffee, bought from the farm')
  await button(page, words('ui:save')).click()
  await page.getByText('Good coffee, bought from the farm').waitFor()
  await page.goto(`/strategy/objectives/${objectiveId}`)
  await settled(visit)
  await page.getByRole('heading', { name: words('plans:review.title') }).waitFor()
  await page.getByText('Good coffee, bought from the farm').first().waitFor()
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
  await page.getByRole('main').getByRole('link', { name: 'Visits to the shop' }).first().waitFor()
}

/** Whoever carries it out is asked, too. */
async function seeOwnReviews(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/strategy/cascade')
  await settled(visit)
  await page.getByRole('heading', { name: words('plans:review.title.mine') }).waitFor()
  await page.getByText('Tell of the first harvest in Ordu').first().waitFor()
  await page
    .getByText(/“Grow direct revenue abroad” amacını değiştirdi/u)
    .first()
    .waitFor()
}
