import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMastodon } from '../servers/mastodon.ts'
import { PASSWORD, until } from '../world.ts'
import { nextMonday } from './days.ts'
import { insider, join, type Insider } from './scenery.ts'
import { ADMINISTRATOR, button, field, openStage, settled, type Stage, type Visit } from './stage.ts'

let stage: Stage
let ada: Insider
let channelId: string
beforeAll(async () => {
  stage = await openStage()
  ada = await insider(stage.server, ADMINISTRATOR)
  channelId = await make('channels', { platform: 'newsroom', name: 'Kavrela News', settings: {} })
})
afterAll(() => stage.close())

async function make(path: string, body: unknown): Promise<string> {
  const made = await stage.server.admin.call('POST', `/api/v1/${path}`, body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.id
}

const makePost = (text: string, plannedAt: string) =>
  make('posts', { channelId, text, plannedAt, timeZone: 'Europe/Istanbul' })
const makeObjective = (title: string) =>
  make('objectives', { title, perspective: 'customer', startsOn: '2026-01-01', endsOn: '2027-12-31' })
const visitAs = (person: Insider) => stage.visit({ with: person.cookie })

async function countPosts(text: string): Promise<number> {
  const answer = await stage.server.admin.call('GET', '/api/v1/posts?limit=200')
  return (answer.at('items') as { text: string }[]).filter((post) => post.text === text).length
}

describe('What was typed', () => {
  test('stays when the server refuses it', async () => {
    const mastodon = await startMastodon({ behaviour: 'honours-key' })
    const { page, words } = await visitAs(ada)
    await page.goto('/calendar/channels/new?platform=mastodon')
    await page.getByText(words('publishing:connect.way.token'), { exact: true }).click()
    await field(page, words('publishing:channel.name')).fill('Our Mastodon')
    await field(page, words('publishing:setting.mastodon.server')).fill(mastodon.url)
    await page
      .getByLabel(words('publishing:setting.mastodon.accessToken'))
      .and(page.locator('input[type=password]'))
      .fill('not-a-token')
    await button(page, words('publishing:connect.action')).click()
    await page.getByRole('alert').first().waitFor()
    expect(await field(page, words('publishing:channel.name')).inputValue()).toBe('Our Mastodon')
    expect(await field(page, words('publishing:setting.mastodon.server')).inputValue()).toBe(mastodon.url)
    await mastodon.close()
  })

  test('stays when the session ends in the middle, and is saved after signing in again', async () => {
    const berk = await join(stage.server, 'berk@example.org', 'Berk Uzun', 'en')
    const { page, words } = await visitAs(berk)
    const sheet = await beginObjective(page, words)
    await field(sheet, words('strategy:objective.field.title')).fill('Known by every roaster')
    const elsewhere = await insider(stage.server, berk.email)
    expect((await elsewhere.call('DELETE', 'sessions')).status).toBe(200)
    await button(sheet, words('strategy:objective.set')).click()
    const ended = page.getByRole('dialog', { name: words('session:ended.title') })
    await ended.getByLabel(words('session:password'), { exact: true }).fill(PASSWORD)
    await button(ended, words('session:sign-in')).click()
    await ended.waitFor({ state: 'hidden' })
    expect(await field(sheet, words('strategy:objective.field.title')).inputValue()).toBe('Known by every roaster')
    await button(sheet, words('strategy:objective.set')).click()
    await page.getByRole('main').getByText('Known by every roaster').first().waitFor()
  })

  test('is compared with what somebody else saved meanwhile, and neither is lost', async () => {
    const id = await makeObjective('More loyal guests')
    const { page, words } = await visitAs(ada)
    await page.goto(`/strategy/objectives/${id}`)
    await button(page, words('strategy:edit')).click()
    const sheet = page.getByRole('dialog')
    await field(sheet, words('strategy:objective.field.title')).fill('More loyal guests in Ankara')
    const other = await stage.server.admin.call(
      'PATCH',
      `/api/v1/objectives/${id}`,
      { title: 'More loyal guests in Izmir' },
      { 'if-match': '"1"' },
    )
    expect(other.status, JSON.stringify(other.body)).toBe(200)
    await button(sheet, words('ui:save')).click()
    const notice = sheet.getByRole('alert').filter({ hasText: words('ui:changed.title') })
    await notice.getByText('More loyal guests in Izmir').waitFor()
    await notice.getByText('More loyal guests in Ankara').waitFor()
    await button(notice, words('ui:changed.keep-mine')).click()
    await page.getByRole('heading', { level: 1, name: 'More loyal guests in Ankara' }).waitFor()
  })
})

async function beginObjective(page: Page, words: Visit['words']) {
  await page.goto('/strategy')
  await button(page, words('strategy:objective.add')).click()
  return page.getByRole('dialog').first()
}

async function compose({ page, words }: Visit, text: string): Promise<void> {
  await page.goto(`/posts/new?channel=${channelId}&on=${nextMonday()}`)
  await field(page, words('publishing:compose.text')).fill(text)
}

describe('A post', () => {
  test('is planned once however often Schedule is pressed', async () => {
    const visit = await visitAs(ada)
    await compose(visit, 'Pressed twice')
    await button(visit.page, visit.words('publishing:compose.schedule', { count: 1 })).dblclick()
    await visit.page.waitForURL(/\/calendar\?/u)
    expect(await countPosts('Pressed twice')).toBe(1)
  })

  test('is planned once when the answer got lost and it is pressed again', async () => {
    const visit = await visitAs(ada)
    await compose(visit, 'Lost on the way')
    let lost = 0
    await visit.page.route('**/api/v1/posts', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    })
    const schedule = button(visit.page, visit.words('publishing:compose.schedule', { count: 1 }))
    await schedule.click()
    await visit.page.getByText(visit.words('publishing:plan.unanswered')).waitFor()
    await schedule.click()
    await visit.page.waitForURL(/\/calendar\?/u)
    expect(await countPosts('Lost on the way')).toBe(1)
  })

  test('shows that it is under way while the network is slow', async () => {
    const visit = await visitAs(ada)
    await compose(visit, 'Slowly')
    let release = () => undefined as void
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await visit.page.route('**/api/v1/posts', async (route) => {
      await held
      await route.continue()
    })
    const schedule = button(visit.page, visit.words('publishing:compose.schedule', { count: 1 }))
    await schedule.click()
    await visit.page.locator('button[data-loading]').waitFor()
    release()
    await visit.page.waitForURL(/\/calendar\?/u)
  })

  test('is moved by dragging and back by undo', async () => {
    const monday = nextMonday()
    const id = await makePost('Dragged about', `${monday}T10:00:00+03:00`)
    const visit = await visitAs(ada)
    const { page, words } = visit
    await page.goto(`/calendar?view=week&on=${monday}`)
    await settled(visit)
    const lane = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Kavrela News' }) })
    await page
      .getByRole('link', { name: 'Dragged about' })
      .dragTo(lane.getByRole('cell').nth(3), { targetPosition: { x: 40, y: 8 } })
    const plannedAt = async () => String((await stage.server.admin.call('GET', `/api/v1/posts/${id}`)).at('plannedAt'))
    const thursday = new Date(Date.parse(`${monday}T00:00:00Z`) + 3 * 86_400_000).toISOString().slice(0, 10)
    await until(plannedAt, (at) => at.startsWith(`${thursday}T10:00`))
    await button(page, words('ui:undo')).click()
    await until(plannedAt, (at) => at.startsWith(`${monday}T10:00`))
  })

  test('of which nobody knows whether it is out is settled by a person', async () => {
    const id = await makePost('Out or not', new Date(Date.now() - 1000).toISOString())
    await until(
      () => stage.server.admin.call('GET', `/api/v1/posts/${id}`),
      (answer) => answer.at('delivery.state') === 'published',
    )
    await makeUnclear(id)
    const { page, words } = await visitAs(ada)
    await page.goto(`/posts/${id}`)
    await button(page, words('publishing:settle.ours')).click()
    const asked = page.getByRole('dialog', { name: words('publishing:settle.where.title') })
    await field(asked, words('publishing:settle.where.label')).fill('https://social.example/@kavrela/1')
    await button(asked, words('publishing:settle.ours')).click()
    const settledPost = await until(
      () => stage.server.admin.call('GET', `/api/v1/posts/${id}`),
      (answer) => answer.at('delivery.state') === 'published',
    )
    expect(settledPost.at('delivery.url')).toBe('https://social.example/@kavrela/1')
  })
})

/** As after a lost answer on a platform that cannot be searched. */
async function makeUnclear(postId: string): Promise<void> {
  const owner = new pg.Client(stage.server.connection)
  await owner.connect()
  await owner.query(
    `update publishing_deliveries set state = 'needs-person', reason = 'answer-lost', published_at = null, url = null, remote_id = null, next_at = null where post_id = $1`,
    [postId],
  )
  await owner.end()
}

describe('A person', () => {
  test('who is invited chooses a password and is in', async () => {
    const { page, words } = await visitAs(ada)
    await page.goto('/organise/people')
    await button(page, words('organisation:invite')).click()
    const dialog = page.getByRole('dialog')
    await field(dialog, words('organisation:person.name')).fill('Selin Aydın')
    await field(dialog, words('session:email')).fill('selin@example.org')
    await button(dialog, words('organisation:invite.send')).click()
    const link = await dialog.getByLabel(words('organisation:invite.link')).inputValue()
    const guest = await stage.visit({ language: 'tr' })
    await guest.page.goto(link)
    await field(guest.page, guest.words('session:password')).fill(PASSWORD)
    await button(guest.page, guest.words('session:invitation.do')).click()
    await guest.page.getByRole('navigation', { name: guest.words('shell:rooms') }).waitFor()
    await button(guest.page, guest.words('shell:person.menu', { name: 'Selin Aydın' })).waitFor()
  })

  test('sets up a second factor and signs in with it', async () => {
    const cem = await join(stage.server, 'cem@example.org', 'Cem Er', 'en')
    const { page, words } = await visitAs(cem)
    await page.goto('/settings?tab=security')
    await button(page, words('organisation:second.set-up')).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words('organisation:password.current'), { exact: true }).fill(PASSWORD)
    await button(dialog, words('organisation:second.next')).click()
    const secret = (await dialog.getByLabel(words('organisation:second.secret')).inputValue()).replaceAll(' ', '')
    const app = new TOTP({ secret: Secret.fromBase32(secret) })
    await field(dialog, words('session:second.code')).fill(app.generate())
    await button(dialog, words('organisation:second.turn-on')).click()
    await button(dialog, words('organisation:second.kept')).click()
    const again = await stage.visit()
    await again.page.goto('/measure')
    await field(again.page, words('session:email')).fill(cem.email)
    await field(again.page, words('session:password')).fill(PASSWORD)
    await button(again.page, words('session:sign-in')).click()
    await field(again.page, words('session:second.code')).fill(app.generate())
    await button(again.page, words('session:sign-in')).click()
    await again.page.getByRole('heading', { level: 1, name: words('measurement:measure.title') }).waitFor()
  })
})
