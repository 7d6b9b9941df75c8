import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD } from '../world.ts'
import { days } from './days.ts'
import { button, field, openStage, settled, type Stage, type Visit } from './stage.ts'

let stage: Stage
let channelId: string
let postId: string

beforeAll(async () => {
  stage = await openStage()
  await setTheScene()
})
afterAll(() => stage.close())

const make = async (path: string, body: object) => {
  const answer = await stage.server.admin.call('POST', `/api/v1/${path}`, body)
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(201)
  return answer
}

/** A region with its reviewer and an author, a channel of the region, and a workflow that asks the reviewer where the rules of the region warn. */
async function setTheScene(): Promise<void> {
  // What is written here is Turkish unless somebody says otherwise.
  await stage.server.admin.call('PATCH', '/api/v1/organisation', { language: 'tr' })
  const units = await stage.server.admin.call('GET', '/api/v1/units')
  const region = await make('units', {
    kind: 'region',
    name: 'Türkiye',
    parentId: String(units.at('items.0.id')),
    country: 'TR',
  })
  await join('Burcu Tezel', 'officer', await make('positions', { unitId: region.id, title: 'Editör' }))
  const seat = await make('positions', { unitId: region.id, title: 'Bölge denetçisi', duty: 'regional-reviewer' })
  await join('Elif Yavaş', 'manager', seat)
  const model = await stage.server.admin.call('PUT', '/api/v1/operating-model', {
    model: 'decentralised',
    reason: 'Regions know their readers',
  })
  expect(model.status, JSON.stringify(model.body)).toBe(200)
  channelId = (await make('channels', { platform: 'newsroom', name: 'Newsroom Türkiye', settings: {} })).id
  await stage.server.admin.call('PATCH', `/api/v1/channels/${channelId}`, { unitId: region.id })
  await make('rule-packs', { readyKey: 'region-tr' })
  await make('workflows', {
    title: 'Bölgenin kuralları',
    conditions: [{ kind: 'finding', from: 'region', atLeast: 'warn' }],
    stages: [{ name: 'Bölge denetimi', approvers: [{ kind: 'duty', duty: 'regional-reviewer' }] }],
  })
}

const emailOf = (name: string) => `${name.split(' ')[0]?.toLowerCase()}@kavrela.example`

async function join(name: string, role: string, position: { id: string }): Promise<void> {
  const invited = await make('invitations', { email: emailOf(name), name, role, positionId: position.id })
  const token = String(invited.at('link')).split('/').at(-1) ?? ''
  const accepted = await stage.server.stranger.call('POST', `/api/v1/invitations/by-token/${token}/acceptance`, {
    name,
    password: PASSWORD,
    language: 'tr',
    timeZone: 'Europe/Istanbul',
  })
  expect(accepted.status, JSON.stringify(accepted.body)).toBeLessThan(300)
}

test('a Turkish post with a word that offends, on a national day, goes to the regional reviewer, is approved, changed, and asks again', async () => {
  const author = await stage.visit({ language: 'tr', as: emailOf('Burcu Tezel') })
  await write(author)
  const reviewer = await stage.visit({ language: 'tr', as: emailOf('Elif Yavaş') })
  await approve(reviewer)
  await change(author)
  await seeTheDifference(reviewer)
  expect([...author.watched.take(), ...reviewer.watched.take()]).toEqual([])
})

/** The next 23 April or 29 October: the country is at home and hears greetings. */
function nationalDay(): string {
  const year = Number(days(0).slice(0, 4))
  return [`${year}-04-23`, `${year}-10-29`, `${year + 1}-04-23`].find((day) => day > days(2)) ?? ''
}

async function write({ page, words, watched }: Visit): Promise<void> {
  await page.goto(`/posts/new?channel=${channelId}&on=${nationalDay()}`)
  await settled({ page, watched })
  await field(page, words('publishing:compose.text')).fill('Kara Cuma bizde sabah kahvesiyle başlıyor')
  await page
    .getByRole('region', { name: words('approvals:card.title') })
    .getByText('Elif Yavaş')
    .waitFor()
  // The day is seen as well as the word.
  await page.getByText('Public holidays').first().waitFor()
  await button(page, words('publishing:compose.send-for-approval')).click()
  await page.waitForURL(/\/calendar/u)
  const posts = await stage.server.admin.call('GET', '/api/v1/posts')
  postId = String(posts.at('items.0.id'))
  expect(posts.at('items.0.delivery.reason')).toBe('approval.waiting')
}

async function approve({ page, words, watched }: Visit): Promise<void> {
  await page.goto('/govern')
  await settled({ page, watched })
  await button(page, words('approvals:row.open', { title: 'Kara Cuma bizde sabah kahvesiyle başlıyor' })).click()
  const panel = page.getByRole('dialog')
  await panel
    .getByText(words('approvals:reason.finding.region', { rule: '“Kara Cuma” offends many readers' }))
    .waitFor()
  await button(panel, words('approvals:decide.approve')).click()
  await panel.getByText(words('approvals:decision.approve', { name: 'Elif Yavaş' }), { exact: false }).waitFor()
  const post = await stage.server.admin.call('GET', `/api/v1/posts/${postId}`)
  expect(post.at('delivery.state')).toBe('planned')
}

async function change({ page, words, watched }: Visit): Promise<void> {
  await page.goto(`/posts/new?postId=${postId}`)
  await settled({ page, watched })
  await field(page, words('publishing:compose.text')).fill('Kara Cuma bizde öğle kahvesiyle başlıyor')
  await page
    .getByRole('region', { name: words('approvals:card.title') })
    .getByText('Elif Yavaş')
    .waitFor()
  await button(page, words('publishing:compose.save')).click()
  await page.waitForURL(new RegExp(`/posts/${postId}$`, 'u'))
  await page
    .getByRole('region', { name: words('approvals:post.title') })
    .getByText(words('approvals:state.waiting'))
    .waitFor()
}

async function seeTheDifference({ page, words, watched }: Visit): Promise<void> {
  await page.goto('/govern')
  await settled({ page, watched })
  await button(page, words('approvals:row.open', { title: 'Kara Cuma bizde öğle kahvesiyle başlıyor' })).click()
  const panel = page.getByRole('dialog')
  expect(await panel.locator('del').first().textContent()).toBe('sabah')
  expect(await panel.locator('ins').first().textContent()).toBe('öğle')
  await panel.getByLabel(words('approvals:decide.reason')).fill('Eski sözcük daha iyiydi')
  await button(panel, words('approvals:decide.reject')).click()
  await panel.getByText(words('approvals:state.rejected')).first().waitFor()
  const post = await stage.server.admin.call('GET', `/api/v1/posts/${postId}`)
  expect(post.at('delivery.reason')).toBe('approval.rejected')
}
