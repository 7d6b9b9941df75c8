import { chromium, type Page } from 'playwright-core'
import pg from 'pg'
import { findChromium } from '../chromium.ts'
import type { TestConnection } from '../database.ts'
import { startFleet } from '../fleet/fleet.ts'
import { withThrowAwayDatabase } from '../fleet/throw-away-database.ts'
import { percentile } from './figures.ts'

export interface ChartFigures {
  /** From opening the address to the first position on screen, in milliseconds. */
  readonly openedMs: number
  /** Milliseconds from one frame to the next while all positions are open and the chart is moved, and while one is dragged. */
  readonly panning: Frames
  readonly dragging: Frames
  /** How many positions were laid out, and how many of those were in the page at once. */
  readonly open: number
  readonly drawn: number
}
export interface Frames {
  readonly median: number
  readonly p95: number
}

const PASSWORD = 'harbour-violin-42-cloud'
const MOVES = 120

/** How fluid the organisation chart is with so many positions, in Chromium, with everything opened. */
export function measureChart(total: number): Promise<ChartFigures> {
  return withThrowAwayDatabase(async (connection) => {
    const fleet = await startFleet({ connection })
    const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] })
    try {
      await seedPositions(connection, total)
      const context = await browser.newContext({ baseURL: fleet.url, viewport: { width: 1440, height: 900 } })
      await signIn(fleet.url, context)
      const page = await context.newPage()
      const began = performance.now()
      await page.goto('/organise')
      await page.locator('.react-flow__node-position').first().waitFor()
      const openedMs = performance.now() - began
      await openAll(page)
      const drawn = await page.locator('.react-flow__node-position').count()
      const panning = await framesDuring(page)
      const dragging = await framesDuring(page, '.react-flow__node-position')
      return { openedMs, panning, dragging, open: total, drawn }
    } finally {
      await browser.close()
      await fleet.close()
    }
  })
}

/** Everybody reports to one of those above, eight to each, on both lines. */
async function seedPositions(connection: TestConnection, total: number): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(`set app.maintenance = 'on'`)
    await client.query(
      `with made as (
         select gen_random_uuid() as id, number from generate_series(0, $1 - 1) as number
       ), positions as (
         insert into organisation_positions (organisation_id, id, unit_id, title, person_id, created_at)
         select u.organisation_id, m.id, u.id, 'Position ' || m.number, (select id from organisation_people limit 1), now()
         from made m cross join organisation_units u where u.parent_id is null
       )
       insert into organisation_reporting_lines (organisation_id, id, kind, position_id, superior_id, since)
       select u.organisation_id, gen_random_uuid(), kinds.kind, m.id, above.id, now() from made m
       join made above on above.number = (m.number - 1) / 8 and m.number > 0
       cross join organisation_units u cross join (values ('functional'), ('administrative')) as kinds(kind)
       where u.parent_id is null`,
      [total],
    )
  } finally {
    await client.end()
  }
}

async function signIn(url: string, context: { addCookies: (cookies: Cookie[]) => Promise<void> }): Promise<void> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'ada@example.org', password: PASSWORD }),
  })
  await context.addCookies(
    answer.headers.getSetCookie().map((cookie) => {
      const [name = '', ...value] = (cookie.split(';')[0] ?? '').split('=')
      return { name, value: value.join('='), url }
    }),
  )
}
interface Cookie {
  readonly name: string
  readonly value: string
  readonly url: string
}

/** Opens everything that is folded. */
async function openAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open all' }).click()
  await page.waitForFunction(() => document.querySelectorAll('[aria-expanded=false]').length < 5)
}

/** Presses down on the chart, or on a position, moves in a circle, and counts the frames. */
async function framesDuring(page: Page, on = '.react-flow__pane'): Promise<Frames> {
  const box = await page.locator('.react-flow__pane').boundingBox()
  const place = await page.locator(on).first().boundingBox()
  if (box === null || place === null) throw new Error('The chart is not there.')
  const [startX, startY] = on === '.react-flow__pane' ? [box.x + 12, box.y + 12] : [place.x + 40, place.y + 12]
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const count = (now: number) => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    Object.assign(window, { chartFrames: frames })
  })
  await page.mouse.move(startX, startY)
  await page.mouse.down()
  for (let move = 1; move <= MOVES; move += 1) {
    const [aside, down] = [1 - Math.cos(move / 10), Math.abs(Math.sin(move / 10))]
    await page.mouse.move(startX + 150 * aside, startY + 100 * down)
  }
  const frames = await page.evaluate(() => [...(Reflect.get(window, 'chartFrames') as number[])])
  await page.mouse.up()
  await page.keyboard.press('Escape')
  return { median: percentile(frames.slice(2), 0.5), p95: percentile(frames.slice(2), 0.95) }
}
