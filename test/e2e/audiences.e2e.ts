import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../world.ts'
import { ADMINISTRATOR, button, field, openStage, settled, type Stage, type Visit } from './stage.ts'

let stage: Stage
let channelId: string
let campaignId: string
beforeAll(async () => {
  stage = await openStage()
  channelId = await make('channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })
  campaignId = await make('campaigns', { title: 'Harvest', startsOn: '2026-11-01', endsOn: '2027-03-31' })
})
afterAll(() => stage.close())

const make = async (path: string, body: object) => {
  const answer = await stage.server.admin.call('POST', `/api/v1/${path}`, body)
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(201)
  return answer.id
}

/** Writes an audience, beginning with the example that stands ready, and gives its id. */
async function writeAudience(visit: Visit): Promise<string> {
  const { page, words } = visit
  await page.goto('/strategy/audiences')
  await settled(visit)
  await button(page, words('audiences:empty.starter')).click()
  const sheet = page.getByRole('dialog', { name: words('audiences:new') })
  expect(await field(sheet, words('audiences:field.needs')).inputValue()).toBe(words('audiences:starter.needs'))
  await field(sheet, words('audiences:field.name')).fill('Elif, the weekend cook')
  await button(sheet, words('audiences:save-new')).click()
  await page.waitForURL(/audiences\/[0-9a-f-]{36}/u)
  await page.getByRole('heading', { name: 'Elif, the weekend cook' }).waitFor()
  await page.getByText('Instagram').first().waitFor()
  return page.url().split('/').at(-1) ?? ''
}

/** Names the audience in the campaign, from its page. */
async function nameInCampaign(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto(`/content/campaigns/${campaignId}`)
  await settled(visit)
  await page.getByText(words('audiences:list.none.text')).waitFor()
  await button(page, words('content:edit')).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox', { name: words('audiences:select.label') }).fill('Elif')
  await page.getByRole('option', { name: 'Elif, the weekend cook' }).click()
  await button(sheet, words('ui:save')).click()
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('main').getByRole('link', { name: 'Elif, the weekend cook' }).waitFor()
}

/** Publishes a post of the campaign at once, which speaks to whom the campaign names. */
async function publish(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto(`/posts/new?campaignId=${campaignId}&channel=${channelId}`)
  await settled(visit)
  await page
    .getByText(words('audiences:select.of-campaign', { names: 'Elif, the weekend cook' }), { exact: true })
    .waitFor()
  await field(page, words('publishing:compose.text')).fill('The first harvest is here')
  await page.getByText(words('publishing:when.now'), { exact: true }).click()
  await button(page, words('publishing:compose.publish', { count: 1 })).click()
  await page.waitForURL(/\/calendar/u)
  await until(
    () => stage.server.admin.call('GET', '/api/v1/posts'),
    (answer) => answer.at('items.0.delivery.state') === 'published',
  )
}

/** A colleague changes the same field meanwhile: both are shown, and theirs is taken. */
async function meetAColleague(visit: Visit, id: string): Promise<void> {
  const { page, words } = visit
  await page.goto(`/strategy/audiences/${id}`)
  await settled(visit)
  await button(page, words('audiences:edit')).click()
  const sheet = page.getByRole('dialog', { name: words('audiences:edit') })
  await field(sheet, words('audiences:field.demographics')).fill('25 to 35')
  await stage.server.admin.call('PATCH', `/api/v1/audiences/${id}`, { demographics: '30 to 50' })
  await button(sheet, words('ui:save')).click()
  const notice = sheet.getByRole('alert').filter({ hasText: words('ui:changed.title') })
  await notice.getByText('30 to 50').waitFor()
  await button(notice, words('ui:changed.take-theirs')).click()
  expect(await field(sheet, words('audiences:field.demographics')).inputValue()).toBe('30 to 50')
  await button(sheet, words('ui:save')).click()
  await sheet.waitFor({ state: 'detached' })
}

test('An audience is written, a campaign names it, a post goes out to it, and coverage marks whom nobody speaks to', async () => {
  const visit = await stage.visit({ as: ADMINISTRATOR })
  const { page, words, watched } = visit
  const id = await writeAudience(visit)
  await make('audiences', { name: 'Farmers', places: [{ platform: 'reddit', strength: 'main' }] })
  await nameInCampaign(visit)
  await publish(visit)

  await page.goto('/strategy/audiences')
  await settled(visit)
  const grid = page.getByRole('table', { name: words('audiences:coverage.title') })
  const row = (name: string) => grid.getByRole('row').filter({ hasText: name })
  await row('Elif')
    .getByText(words('audiences:cell', { posts: 1, published: 1, pieces: 0 }))
    .waitFor()
  await row('Farmers').getByText(words('audiences:gap.nobody')).waitFor()
  expect(await row('Elif').getByText(words('audiences:gap.nobody')).count()).toBe(0)
  await page.getByText(words('audiences:coverage.by.platform'), { exact: true }).click()
  await row('Farmers').getByText(words('audiences:gap.platform')).waitFor()
  await page.getByText(words('audiences:coverage.shape.table'), { exact: true }).click()
  await row('Farmers').getByText('Reddit').waitFor()

  await meetAColleague(visit, id)
  await button(page, words('audiences:archive')).click()
  await page.getByText(words('audiences:badge.archived'), { exact: true }).waitFor()
  await button(page, words('ui:undo')).click()
  await button(page, words('audiences:archive')).waitFor()
  expect(watched.take().filter((trouble) => !JSON.stringify(trouble).includes('409'))).toEqual([])
  await visit.context.close()
})

test('Turkish readers see the same in their language', async () => {
  const visit = await stage.visit({ as: ADMINISTRATOR, language: 'tr' })
  const { page, words, watched } = visit
  await page.goto('/measure?period=year')
  await settled(visit)
  const table = page.getByRole('table', { name: words('measurement:audiences.title') })
  await table.getByRole('row').filter({ hasText: 'Elif' }).waitFor()
  await page.goto('/strategy/audiences')
  await settled(visit)
  await page.getByRole('heading', { name: 'Hedef kitleler' }).waitFor()
  await page.getByText('Onlara kimse seslenmiyor').first().waitFor()
  expect(watched.take()).toEqual([])
  await visit.context.close()
})
