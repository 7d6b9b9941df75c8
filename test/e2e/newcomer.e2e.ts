import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CatalogueLanguage } from '#locales/index.ts'
import { PASSWORD } from '../world.ts'
import { button, field, openEmptyStage, settled, type Visit } from './stage.ts'

/** The organisation's own web page that the short link leads to. */
async function openShop() {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<title>Shop</title><h1>Welcome to the shop</h1>'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://localhost:${port}/november`, close: () => new Promise((resolve) => server.close(resolve)) }
}

describe('A newcomer', () => {
  let shop: Awaited<ReturnType<typeof openShop>>
  beforeAll(async () => {
    shop = await openShop()
  })
  afterAll(() => shop.close())

  test.each<[string, CatalogueLanguage]>([
    ['English', 'en'],
    ['Turkish', 'tr'],
  ])('founds an organisation and sees the first click counted, in %s', async (_, language) => {
    const stage = await openEmptyStage()
    try {
      const visit = await stage.visit({ language })
      await found(visit)
      await setObjectiveAndGoal(visit)
      await write(visit, shop.address)
      await publish(visit)
      await click(visit)
      await seeTheTrace(visit)
      expect(visit.watched.take()).toEqual([])
    } finally {
      await stage.close()
    }
  })
})

async function found({ page, words }: Visit): Promise<void> {
  await page.goto('/')
  await page.getByRole('heading', { name: words('session:found.title') }).waitFor()
  await field(page, words('session:found.organisation')).fill('Kavrela Coffee')
  await field(page, words('session:name')).fill('Deniz Korkut')
  await field(page, words('session:email')).fill('deniz@kavrela.example')
  await field(page, words('session:password')).fill(PASSWORD)
  await button(page, words('session:found.do')).click()
  await page.getByRole('heading', { level: 1, name: words('measurement:home.title') }).waitFor()
}

async function setObjectiveAndGoal({ page, words }: Visit): Promise<void> {
  await page.getByRole('heading', { name: words('measurement:tour.objective.title') }).waitFor()
  await field(page, words('measurement:tour.objective.name')).fill('Grow direct online revenue')
  await button(page, words('measurement:tour.objective.action')).click()
  await page.getByRole('heading', { name: words('measurement:tour.goal.title') }).waitFor()
  await field(page, words('measurement:tour.goal.name')).fill('100 visits to the shop')
  await button(page, words('measurement:tour.goal.action')).click()
}

async function write({ page, words }: Visit, address: string): Promise<void> {
  await page.getByRole('heading', { name: words('measurement:tour.campaign.title') }).waitFor()
  await field(page, words('measurement:tour.campaign.body')).fill(`The first harvest is here: ${address}`)
  await button(page, words('measurement:tour.campaign.action')).click()
}

async function publish({ page, words }: Visit): Promise<void> {
  await page.getByRole('heading', { name: words('measurement:tour.publish.title') }).waitFor()
  await button(page, words('measurement:tour.publish.action')).click()
  await page.getByRole('heading', { name: words('measurement:tour.click.title') }).waitFor()
}

/** Opens the published page as the tour says and follows the link on it. */
async function click({ page, context, words }: Visit): Promise<void> {
  const opening = context.waitForEvent('page')
  await page.getByRole('link', { name: words('measurement:tour.click.action') }).click()
  const published = await opening
  await published.getByText('The first harvest is here').first().waitFor()
  await published
    .locator('article a[href]')
    .filter({ hasText: /^https?:/u })
    .first()
    .click()
  await published.getByRole('heading', { name: 'Welcome to the shop' }).waitFor()
  await published.close()
}

async function seeTheTrace({ page, words, watched }: Visit): Promise<void> {
  await page.bringToFront()
  await page.getByRole('heading', { name: words('measurement:tour.finished.title') }).waitFor()
  await page
    .getByRole('link', { name: words('measurement:best.whole') })
    .first()
    .click()
  await page.waitForURL(/\/trace\//u)
  await settled({ page, watched })
  const trace = page.getByRole('main')
  for (const title of ['Grow direct online revenue', '100 visits to the shop'])
    await trace.getByText(title).first().waitFor()
  await trace
    .getByText(words('ui:trace.clicks', { count: 1 }))
    .first()
    .waitFor()
}
