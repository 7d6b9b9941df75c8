import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../world.ts'
import { days } from './days.ts'
import { join } from './scenery.ts'
import { button, field, openStage, settled, type Stage, type Visit } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const mert = await join(stage.server, 'mert@example.org', 'Mert Aydın', 'en', 'manager')
  const { id: channelId } = await mert.call('POST', 'channels', { platform: 'newsroom', name: 'News', settings: {} })
  await mert.call('POST', 'posts', {
    channelId,
    title: 'Soon',
    text: 'Soon',
    plannedAt: `${days(7)}T09:00`,
    timeZone: 'Europe/Istanbul',
  })
  const points = { audience: 5, purpose: 3, format: 3, effort: 3, cost: 2, risk: 2 }
  await mert.call('POST', 'channel-choices', { platform: 'instagram', points })
})
afterAll(() => stage.close())

test('Platforms get points, weights change their order, and a decision becomes a plan that is checked', async () => {
  const visit = await stage.visit({ as: 'mert@example.org' })
  await visit.page.goto('/strategy/channels')
  await settled(visit)
  await givePoints(visit)
  await changeWeights(visit)
  await decide(visit)
  await plan(visit)
  expect(visit.watched.take()).toEqual([])
})

const choices = () => stage.server.admin.call('GET', '/api/v1/channel-choices')

async function givePoints({ page, words }: Visit): Promise<void> {
  await button(page, words('choice:ranking.add')).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox', { name: words('choice:column.platform') }).click()
  await page.getByRole('option', { name: 'Newsroom' }).click()
  const points = { audience: 3, purpose: 4, format: 4, effort: 3, cost: 2, risk: 1 }
  for (const [criterion, given] of Object.entries(points))
    await sheet
      .getByRole('radiogroup', { name: words(`choice:criterion.${criterion}`), exact: true })
      .getByText(String(given), { exact: true })
      .click()
  await button(sheet, words('ui:save')).click()
  await sheet.waitFor({ state: 'hidden' })
  await page.getByText('1. Instagram').waitFor()
  const flip = (await choices()).at('items.0.flip')
  expect(flip).toMatchObject({ platform: 'newsroom' })
}

async function changeWeights({ page, words }: Visit): Promise<void> {
  await field(page, words('choice:criterion.audience')).fill('1')
  await button(page, words('choice:weights.save')).click()
  await page.getByText('1. Newsroom').waitFor()
}

async function decide({ page, words }: Visit): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: '1. Newsroom' })
  await button(row, words('choice:decide')).click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('choice:decide.reason')).fill('The press finds everything in one place')
  await button(sheet, words('choice:decide')).click()
  await sheet.waitFor({ state: 'hidden' })
  await row.getByText('The press finds everything in one place').waitFor()
}

async function plan({ page, words }: Visit): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: '1. Newsroom' })
  await button(row, words('choice:plan.edit')).click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('choice:plan.posts')).fill('2')
  await button(sheet, words('ui:save')).click()
  await sheet.waitFor({ state: 'hidden' })
  const rhythm = await until(
    () => stage.server.admin.call('GET', `/api/v1/channel-rhythm?from=${days(7)}&weeks=1`),
    (answer) => answer.at('platforms.0.weeks.0.target') === 2,
  )
  expect(rhythm.at('platforms.0.weeks.0')).toMatchObject({ planned: 1, published: 0 })
  await page
    .getByRole('img', { name: words('choice:rhythm.cell', { published: 0, planned: 1, target: 2 }) })
    .first()
    .waitFor()
  // The calendar holds the week against it.
  await page.goto(`/calendar?on=${days(7)}`)
  await page.getByText(words('publishing:rhythm.week', { name: 'Newsroom', posts: 1, target: 2, short: 1 })).waitFor()
}
