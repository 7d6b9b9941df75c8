import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBlueskyProfiles, type BlueskyProfiles } from '../servers/bluesky-profiles.ts'
import { until } from '../world.ts'
import { join } from './scenery.ts'
import { button, field, openStage, settled, type Stage, type Visit } from './stage.ts'

let stage: Stage
let bluesky: BlueskyProfiles
beforeAll(async () => {
  bluesky = await startBlueskyProfiles()
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  bluesky.setProfile('kavrela.example', {
    displayName: 'Kavrela Coffee',
    description: 'Coffee from four farms',
    followers: 1200,
    posts: [
      { at: daysAgo(2), likes: 12 },
      { at: daysAgo(9), likes: 6 },
    ],
  })
  bluesky.setProfile('rival.example', { displayName: 'Rival', followers: 4800, posts: [{ at: daysAgo(1), likes: 3 }] })
  stage = await openStage()
  Object.assign(stage.server.kernel.config, { blueskyProfiles: bluesky.url })
  await join(stage.server, 'mert@example.org', 'Mert Aydın', 'en', 'manager')
})
afterAll(async () => {
  await stage.close()
  await bluesky.close()
})

const api = (path: string) => stage.server.admin.call('GET', `/api/v1/${path}`)

test('An audit begins with a list, looks profiles up, stands beside a competitor and ends in a task', async () => {
  const visit = await stage.visit({ as: 'mert@example.org' })
  const { page, words } = visit
  await page.goto('/strategy/audit')
  await settled(visit)
  await addAccount(visit, 'kavrela.example')
  await bringFile(visit)
  await nameCompetitor(visit)
  await button(page, words('accounts:accounts.look-all-up')).click()
  await until(
    () => api('audit-comparison'),
    (answer) => answer.at('sides.0.followers') === 1250 && answer.at('sides.1.followers') === 4800,
  )
  const bars = page.getByRole('list', { name: words('accounts:column.followers') })
  await bars.getByText('1,250').waitFor()
  await bars.getByText('4,800').waitFor()
  await openAccount(visit)
  await writeSwot(visit)
  expect(visit.watched.take()).toEqual([])
})

async function addAccount({ page, words }: Visit, handle: string): Promise<void> {
  await button(page, words('accounts:accounts.add')).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox', { name: words('accounts:column.platform') }).click()
  await page.getByRole('option', { name: 'Bluesky' }).click()
  await field(sheet, words('accounts:column.handle')).fill(handle)
  await button(sheet, words('ui:save')).click()
  await sheet.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: handle }).waitFor()
}

async function bringFile({ page, words }: Visit): Promise<void> {
  await button(page, words('accounts:transfer')).click()
  const sheet = page.getByRole('dialog')
  const chooser = page.waitForEvent('filechooser')
  await button(sheet, words('accounts:transfer.import')).click()
  const text = 'Platform,Account,State,Followers\nX,kavrela_old,Dormant,50\n'
  await (await chooser).setFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await sheet.getByText(words('accounts:transfer.counts', { created: 1, changed: 0, unchanged: 0 })).waitFor()
  await button(sheet, words('accounts:transfer.do', { count: 1 })).click()
  await sheet.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: 'kavrela_old' }).waitFor()
}

async function nameCompetitor(visit: Visit): Promise<void> {
  const { page, words } = visit
  await button(page, words('accounts:competitors.add')).first().click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('accounts:competitors.name')).fill('Rival Roasters')
  await button(sheet, words('ui:save')).click()
  await sheet.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: `Rival Roasters: ${words('accounts:competitors.add-account')}` }).click()
  const account = page.getByRole('dialog')
  await account.getByRole('combobox', { name: words('accounts:column.platform') }).click()
  await page.getByRole('option', { name: 'Bluesky' }).click()
  await field(account, words('accounts:column.handle')).fill('rival.example')
  await button(account, words('ui:save')).click()
  await account.waitFor({ state: 'hidden' })
}

async function openAccount(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.getByRole('link', { name: 'kavrela.example' }).click()
  await page.waitForURL(/\/strategy\/audit\/[\da-f-]{36}/u)
  await settled(visit)
  await page.getByText('1,200').first().waitFor()
  const noticed = page.getByRole('listitem').filter({ hasText: words('accounts:finding.no-holder') })
  await button(noticed, words('accounts:task.make')).click()
  const sheet = page.getByRole('dialog')
  await button(sheet, words('accounts:task.make')).click()
  const title = words('accounts:finding.no-holder.task', { handle: 'kavrela.example' })
  await page.getByText(words('accounts:task.there', { title })).waitFor()
  expect((await api('tasks')).at('items.0.title')).toBe(title)
}

async function writeSwot(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/strategy/audit')
  await settled(visit)
  await button(page, words('accounts:swot.weakness.add')).click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('accounts:swot.text')).fill('A rival has four times our followers')
  await field(sheet, words('accounts:swot.evidence.addresses')).fill('https://example.org/study')
  await button(sheet, words('ui:save')).click()
  await page.getByText('A rival has four times our followers').waitFor()
  await page.getByRole('link', { name: 'example.org' }).waitFor()
}
