import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMINISTRATOR, button, openStage, settled, type Stage } from './stage.ts'

let stage: Stage
const objectives: string[] = []
beforeAll(async () => {
  stage = await openStage()
  for (const [title, perspective] of [
    ['Train everybody', 'learning-and-growth'],
    ['Answer well', 'internal-process'],
    ['Keep customers', 'customer'],
  ]) {
    const made = await stage.server.admin.call('POST', '/api/v1/objectives', {
      title,
      perspective,
      startsOn: '2026-01-01',
      endsOn: '2027-12-31',
    })
    objectives.push(made.id)
  }
})
afterAll(() => stage.close())

test('Somebody draws the strategy map by hand and by keyboard, is kept from a circle, and shows it to a meeting', async () => {
  const visit = await stage.visit({ as: ADMINISTRATOR })
  const { page, words, watched } = visit
  await page.goto('/strategy/scorecard')
  await settled(visit)
  const [train = '', answer = '', keep = ''] = objectives
  const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`)
  await node(train).waitFor()

  // The map fits itself into its place first; nothing is drawn while it still moves.
  let before = ''
  await expect
    .poll(async () => {
      const [was, now] = [before, JSON.stringify(await node(train).boundingBox())]
      before = now
      return was === now
    })
    .toBe(true)

  // By hand: from the dot above the cause to the dot below its effect.
  await node(train).locator('.react-flow__handle.source').dragTo(node(answer).locator('.react-flow__handle.target'))
  await page.getByText(words('scorecard:causes.drawn')).waitFor()
  await page.locator('.react-flow__edge').first().waitFor({ state: 'attached' })

  // By keyboard: the effect is added in the panel of the cause.
  await node(answer).focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Answer well' })
  await panel.getByRole('combobox', { name: words('scorecard:causes.add') }).fill('Keep')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.react-flow__edge').count()).toBe(2)

  await node(keep).click()
  const effects = page.getByRole('complementary', { name: 'Keep customers' })
  await effects.getByRole('combobox', { name: words('scorecard:causes.add') }).click()
  await page.getByRole('option', { name: 'Train everybody' }).click()
  const path = 'Keep customers → Train everybody → Answer well → Keep customers'
  await page.getByText(words('refusal:scorecard.circle', { path })).waitFor()
  expect(await page.locator('.react-flow__edge').count()).toBe(2)

  // A measure gives it a light.
  await button(effects, words('scorecard:measures.add')).click()
  await effects.getByRole('combobox', { name: words('scorecard:measures.kpi') }).fill('Conversions')
  await page.getByRole('option', { name: 'Conversions', exact: true }).click()
  await effects.getByRole('textbox', { name: words('scorecard:measures.green') }).fill('10')
  await effects.getByRole('textbox', { name: words('scorecard:measures.amber') }).fill('5')
  await button(effects, words('ui:save')).click()
  await node(keep).getByText(words('scorecard:light.red')).waitFor()

  await button(page, words('scorecard:present')).click()
  const slides = page.getByRole('dialog', { name: words('scorecard:slides') })
  await slides.getByAltText(words('scorecard:slides.overview')).waitFor()
  await page.keyboard.press('End')
  await slides.getByText('Train everybody').waitFor()
  await page.keyboard.press('Home')
  await slides.getByAltText(words('scorecard:slides.overview')).waitFor()
  await page.keyboard.press('Escape')
  await slides.waitFor({ state: 'detached' })
  expect(watched.take().filter((trouble) => !JSON.stringify(trouble).includes('409'))).toEqual([])
  await visit.context.close()
})
