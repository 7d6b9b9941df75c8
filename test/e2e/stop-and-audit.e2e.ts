import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../world.ts'
import { insider, type Insider } from './scenery.ts'
import { ADMINISTRATOR, button, field, openStage, type Stage } from './stage.ts'

let stage: Stage
let ada: Insider
let channelId: string

beforeAll(async () => {
  stage = await openStage()
  ada = await insider(stage.server, ADMINISTRATOR)
  channelId = await make('channels', { platform: 'newsroom', name: 'Kavrela Türkiye', settings: {} })
})
afterAll(() => stage.close())

async function make(path: string, body: unknown): Promise<string> {
  const made = await stage.server.admin.call('POST', `/api/v1/${path}`, body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.id
}

/** A post whose time has just come. */
async function duePost(text: string): Promise<string> {
  const plannedAt = new Date(Date.now() + 3_600_000).toISOString()
  const id = await make('posts', { channelId, text, plannedAt, timeZone: 'Europe/Istanbul' })
  const owner = new pg.Client(stage.server.connection)
  await owner.connect()
  await owner.query('update publishing_deliveries set due_at = now(), next_at = now() where post_id = $1', [id])
  await owner.query(`select pg_notify('tutti_deliveries', '')`)
  await owner.end()
  return id
}
const becomes = (id: string, state: string) =>
  until(
    () => stage.server.admin.call('GET', `/api/v1/posts/${id}`),
    (post) => post.at('delivery.state') === state,
  )

test('everything is stopped from the top bar, everybody sees it, and after lifting each held post is decided on', async () => {
  const { page, words } = await stage.visit({ with: ada.cookie })
  await page.goto('/calendar')
  await button(page, words('shell:stop.open')).click()
  const dialog = page.getByRole('dialog')
  await button(dialog, words('stop:dialog.stop')).click()
  // Without a reason nothing is stopped, and the dialog says so.
  await dialog.getByText(words('refusal:text.empty')).waitFor()
  await field(dialog, words('stop:dialog.reason')).fill('Earthquake near Elazığ')
  await button(dialog, words('stop:dialog.stop')).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(words('shell:stop.banner.everything')).waitFor()

  const colleague = await stage.visit({ as: ADMINISTRATOR, language: 'tr' })
  await colleague.page.goto('/')
  await colleague.page.getByText(colleague.words('shell:stop.banner.everything')).waitFor()
  await colleague.page.getByText(/Earthquake near Elazığ/).waitFor()

  const [sent, dropped] = [await duePost('Goes out after all'), await duePost('Out of place now')]
  await becomes(sent, 'held')
  await becomes(dropped, 'held')
  await page
    .getByRole('main')
    .getByRole('link', { name: words('shell:stop.banner.look') })
    .click()
  await button(page, words('stop:lift')).click()
  await button(page.getByRole('dialog'), words('stop:lift')).click()
  await page.getByText(words('stop:running.none.title')).waitFor()
  await page.getByRole('status').getByText(words('shell:stop.banner.everything')).waitFor({ state: 'hidden' })

  const review = page.getByRole('region', { name: /Held by the stop/ })
  await review.getByLabel(words('stop:review.choose', { title: 'Goes out after all' })).check()
  await button(review, words('stop:review.send')).click()
  await button(page.getByRole('dialog'), words('stop:review.send')).click()
  await becomes(sent, 'published')
  await review.getByLabel(words('stop:review.choose', { title: 'Out of place now' })).check()
  await button(review, words('stop:review.drop')).click()
  await button(page.getByRole('dialog'), words('stop:review.drop')).click()
  await becomes(dropped, 'cancelled')
  await review.waitFor({ state: 'hidden' })

  await button(page, words('stop:drill')).click()
  await field(page.getByRole('dialog'), words('stop:dialog.reason')).fill('Quarterly drill')
  await button(page.getByRole('dialog'), words('stop:dialog.try')).click()
  await page.getByText(words('stop:history.drill'), { exact: true }).first().waitFor()
})

test('a change is found in the log, its before and after are read, the chain is verified and taken away', async () => {
  const id = await make('objectives', {
    title: 'Grow online revenue',
    description: 'We sell more through our own shop and less through retailers.',
    perspective: 'financial',
    startsOn: '2026-01-01',
    endsOn: '2027-12-31',
  })
  await stage.server.admin.call('PATCH', `/api/v1/objectives/${id}`, {
    title: 'Grow direct revenue',
    description: 'We sell more through our own shops and much less through retailers.',
  })
  const { page, words } = await stage.visit({ with: ada.cookie, language: 'tr' })
  await page.goto('/govern/audit')
  await field(page, words('audit:filter.text')).fill('much less')
  const events = page.getByRole('main').getByRole('button', { name: /Grow/ })
  await until(
    () => events.count(),
    (count) => count === 1,
  )
  await events.click()
  const sheet = page.getByRole('dialog', { name: words('audit:event.title') })
  await sheet.getByText('Grow online revenue').first().waitFor()
  expect(await sheet.locator('del').allInnerTexts()).toEqual(expect.arrayContaining(['shop']))
  expect(await sheet.locator('ins').allInnerTexts()).toEqual(expect.arrayContaining(['shops', ' much']))
  expect(
    await sheet
      .getByRole('region', { name: words('audit:event.history') })
      .getByRole('button')
      .count(),
  ).toBe(2)
  await page.keyboard.press('Escape')

  await button(page, words('audit:verify')).click()
  await page.getByText(/Sağlam:/).waitFor()
  await button(page, words('audit:filter.clear')).click()
  await button(page, words('audit:export')).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: words('audit:export.json') }).click()
  const file = await (await downloading).path()
  const verified = execFileSync(process.execPath, ['server/cli.ts', 'audit', 'verify', file], { encoding: 'utf8' })
  expect(verified).toMatch(/Head of the chain: position \d+/)
})
