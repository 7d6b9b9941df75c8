import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD, until } from '../world.ts'
import { days, inCalendar } from './days.ts'
import { ADMINISTRATOR, button, field, openStage, settled, type Stage, type Visit } from './stage.ts'

const TEXT = 'The first harvest has arrived'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const made = await stage.server.admin.call('POST', '/api/v1/channels', {
    platform: 'newsroom',
    name: 'Kavrela News',
    settings: {},
  })
  if (made.status !== 201) throw new Error(`Connecting failed: ${JSON.stringify(made.body)}`)
})
afterAll(() => stage.close())

test('The main job can be done with the keyboard alone', async () => {
  const visit = await stage.visit()
  await signIn(visit)
  await goTo(visit, visit.words('shell:room.strategy'), '/strategy')
  await setObjective(visit)
  await goTo(visit, visit.words('shell:room.calendar'), '/calendar')
  await schedule(visit)
  await move(visit)
  expect(visit.watched.take()).toEqual([])
})

/** Goes on with Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Not reached with 80 presses of Tab: ${wanted.toString()}`)
}

async function signIn({ page, words, watched }: Visit): Promise<void> {
  await page.goto('/')
  await tabTo(page, field(page, words('session:email')))
  await page.keyboard.type(ADMINISTRATOR)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: words('shell:rooms') }).waitFor()
  await settled({ page, watched })
}

/** Opens the search from anywhere and goes to a room with it. */
async function goTo(visit: Visit, room: string, path: string): Promise<void> {
  const { page, words } = visit
  await page.keyboard.press('Control+k')
  const search = page.getByPlaceholder(words('shell:search.placeholder'))
  await search.waitFor()
  await until(
    () => search.evaluate((element) => element === document.activeElement),
    (focused) => focused,
  )
  await page.keyboard.type(room)
  await page.getByRole('dialog').locator('[data-selected]').filter({ hasText: room }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL((address) => address.pathname === path)
  await settled(visit)
  // Keyboard and screen reader go on from the heading.
  await until(
    () => page.locator('#page-title').evaluate((heading) => heading === document.activeElement),
    (focused) => focused,
    5,
  )
}

async function setObjective({ page, words }: Visit): Promise<void> {
  await tabTo(page, button(page, words('strategy:objective.add')).first())
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  const title = field(sheet, words('strategy:objective.field.title'))
  await title.waitFor()
  await until(
    () => title.evaluate((element) => element === document.activeElement),
    (focused) => focused,
  )
  await page.keyboard.type('Grow direct online revenue')
  const customer = sheet.getByRole('radio', { name: words('strategy:perspective.customer') })
  await tabTo(page, sheet.getByRole('radio', { checked: true }))
  await page.keyboard.press('ArrowDown')
  expect(await customer.isChecked()).toBe(true)
  await tabTo(page, button(sheet, words('strategy:objective.set')))
  await page.keyboard.press('Enter')
  await page.getByRole('main').getByText('Grow direct online revenue').first().waitFor()
  // The sheet gives the focus back to what opened it.
  await until(
    () =>
      button(page, words('strategy:objective.add'))
        .first()
        .evaluate((opener) => opener === document.activeElement),
    (focused) => focused,
  )
}

async function schedule(visit: Visit): Promise<void> {
  const { page, words } = visit
  await tabTo(page, button(page, words('publishing:calendar.new')))
  await page.keyboard.press('Enter')
  const channel = page.getByRole('button', { name: 'Kavrela News' })
  await tabTo(page, channel)
  await page.keyboard.press('Space')
  await tabTo(page, field(page, words('publishing:compose.text')))
  await page.keyboard.type(TEXT)
  await typeDay(visit, page, days(1))
  await tabTo(page, field(page, words('publishing:compose.text')))
  await page.keyboard.press('Control+Enter')
  await page.waitForURL((address) => address.pathname === '/calendar')
  await settled(visit)
}

async function typeDay({ words }: Visit, inside: Page | Locator, day: string): Promise<void> {
  const date = field(inside, words('publishing:when.date'))
  const page = date.page()
  await tabTo(page, date)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(inCalendar(day))
  await page.keyboard.press('Tab')
}

async function move(visit: Visit): Promise<void> {
  const { page, words } = visit
  await tabTo(page, page.getByRole('link', { name: TEXT }).first())
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: words('publishing:move.title') })
  await typeDay(visit, dialog, days(2))
  await tabTo(page, button(dialog, words('publishing:move.action')))
  await page.keyboard.press('Enter')
  const planned = () => stage.server.admin.call('GET', '/api/v1/posts')
  await until(planned, (answer) => String(answer.at('items.0.plannedAt')).startsWith(days(2)))
}
