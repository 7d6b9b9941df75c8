import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../pdf-text.ts'
import { insider, join } from './scenery.ts'
import { ADMINISTRATOR, button, openStage, settled, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('The plan is written, approved as version 2, compared with version 1, taken away, shared by link and no longer', async () => {
  await join(stage.server, 'esra@example.org', 'Esra Tan', 'en', 'executive')
  const visit = await stage.visit({ as: ADMINISTRATOR })
  const { page, words, watched, cookie } = visit
  await page.goto('/strategy/document')
  await settled(visit)

  // Begun with a ready plan, proposed as it is, and returned.
  await button(page, `${words('document:begin.use')}: ${words('document:begin.b2c')}`).click()
  await page.getByRole('textbox', { name: words('document:propose.note') }).fill('First reading')
  await button(page, words('document:propose')).click()
  await page.getByText(words('document:decide.own', { number: 1 })).waitFor()
  const executive = await insider(stage.server, 'esra@example.org')
  const returned = await executive.call('POST', 'plan-document/versions/1/decision', {
    outcome: 'returned',
    words: 'Say in one sentence why.',
  })
  expect(returned.status).toBe(200)
  await page.reload()
  await page.getByText('Say in one sentence why.').waitFor()

  // A section is written where it stands, and the next version is proposed.
  await button(page, words('document:edit.section', { section: words('document:section.motive') })).click()
  await page.getByRole('textbox', { name: words('document:edit.en') }).fill('To be worth recommending.')
  await button(page, words('ui:save')).click()
  await page.getByText(words('document:saved', { section: words('document:section.motive') })).waitFor()
  await page.getByRole('textbox', { name: words('document:propose.note') }).fill('Why, in one sentence')
  await button(page, words('document:propose')).click()
  await page.getByText(words('document:decide.own', { number: 2 })).waitFor()

  // Somebody else approves it at her own browser.
  const above = await stage.visit({ with: executive.cookie })
  await above.page.goto('/strategy/document')
  await settled(above)
  await button(above.page, words('document:decide.approve')).click()
  await above.page.getByText(words('document:version.in-force')).waitFor()
  expect(above.watched.take()).toEqual([])
  await above.context.close()

  // Compared with version 1: the old words and the new ones.
  await page.reload()
  await page.getByRole('link', { name: words('document:version.compare', { number: 1 }) }).click()
  await page.locator('ins').first().waitFor()
  await page.locator('del').first().waitFor()
  await page.getByRole('link', { name: words('document:version.back') }).click()

  // Taken away: the file is the plan.
  await button(page, words('document:export')).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: words('document:export.pdf'), exact: true }).click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
  const file = await page.request.get('/api/v1/plan-document/versions/2/plan.pdf?language=en')
  expect(readPdf(await file.body())[0]?.texts).toContain('Version 2, approved')

  // Shared: a stranger reads it without an account, until the link is made worthless.
  await page.getByRole('textbox', { name: words('document:share.name') }).fill('The board')
  await button(page, words('document:share.make')).click()
  const field = page.getByRole('textbox', { name: words('document:share.once') })
  const address = await field.inputValue()
  const outside = await stage.visit()
  await outside.page.goto(address)
  await outside.page.getByText('To be worth recommending.').waitFor()
  expect(outside.watched.take()).toEqual([])
  await button(page, words('document:share.withdraw.of', { name: 'The board' })).click()
  await page.getByText(words('document:share.state.withdrawn')).waitFor()
  await outside.page.reload()
  await outside.page.getByText(words('refusal:record.not-found')).waitFor()
  expect(await outside.page.getByText('To be worth recommending.').count()).toBe(0)
  expect(outside.watched.take().filter((trouble) => !JSON.stringify(trouble).includes('404'))).toEqual([])
  await outside.context.close()
  expect(watched.take()).toEqual([])
  expect(cookie).not.toBe('')
  await visit.context.close()
})
