import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CatalogueLanguage } from '#locales/index.ts'
import { fillWorld } from '../fill-world.ts'
import { ADMINISTRATOR, button, field, openStage, settled, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await fillWorld(stage.server)
})
afterAll(() => stage.close())

test.each<[string, CatalogueLanguage]>([
  ['English', 'en'],
  ['Turkish', 'tr'],
])('Somebody defines a KPI, is told where it is wrong, and sets a goal by it, in %s', async (_, language) => {
  const visit = await stage.visit({ as: ADMINISTRATOR, language })
  const { page, words, watched } = visit
  await page.goto('/strategy/kpis')
  await settled(visit)
  await button(page, words('kpis:add')).first().click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('kpis:field.name')).fill(`Orders per post ${language}`)
  const formula = field(sheet, words('kpis:field.formula'))

  await formula.fill('conversions / post')
  await sheet.getByText(words('refusal:formula.unknown-metric-near', { name: 'post', near: 'posts' })).waitFor()
  await button(sheet, words('kpis:place')).click()
  expect(await formula.evaluate((place: HTMLTextAreaElement) => [place.selectionStart, place.selectionEnd])).toEqual([
    14, 18,
  ])
  await formula.fill('conversions / (clicks - clicks)')
  await sheet.getByText(words('kpis:none.zero-divisor', { part: '(clicks - clicks)' })).waitFor()
  await formula.fill('conversions / max(posts, 1')
  await sheet.getByText(words('refusal:formula.not-closed')).waitFor()
  await formula.fill('conversions / max(posts, 1)')
  await sheet.getByText(words('strategy:unit.ratio'), { exact: true }).waitFor()
  await button(sheet, words('kpis:save')).click()
  await page.getByRole('link', { name: `Orders per post ${language}` }).waitFor()

  await page.goto('/strategy')
  await settled(visit)
  await button(page, words('strategy:goal.add')).first().click()
  const goal = page.getByRole('dialog')
  await field(goal, words('strategy:goal.field.title')).fill('Win 5 orders a post')
  await goal.getByText(words('strategy:smart.specific.true')).waitFor()
  const choice = goal.getByRole('combobox', { name: words('strategy:goal.field.kpi') })
  await choice.fill(`Orders per post ${language}`)
  await page.getByRole('option', { name: `Orders per post ${language}` }).click()
  await field(goal, words('strategy:goal.field.target')).fill('5')
  await goal.getByText(words('strategy:smart.relevant.none')).waitFor()
  expect(watched.take()).toEqual([])
  await visit.context.close()
})
