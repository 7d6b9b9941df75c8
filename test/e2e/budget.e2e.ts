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
])('Somebody plans money, brings bookings in, closes a gap and sees what is left, in %s', async (_, language) => {
  const visit = await stage.visit({ as: ADMINISTRATOR, language })
  const { page, words, watched } = visit
  const turkish = language === 'tr'
  await page.goto('/strategy/budget')
  await settled(visit)
  await button(page, words('budget:add-line')).first().click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('budget:field.title')).fill(`Adverts ${language}`)
  const planned = field(sheet, words('budget:field.planned'))
  await planned.fill('a lot')
  await button(sheet, words('budget:add-line')).click()
  await sheet.getByText(words('budget:check.amount')).waitFor()
  await planned.fill(turkish ? '1.000,50' : '1,000.50')
  await button(sheet, words('budget:add-line')).click()
  await page.getByText(words('budget:line.added', { title: `Adverts ${language}` })).waitFor()
  await page.getByRole('heading', { name: words('budget:groups.title') }).waitFor()

  const today = new Intl.DateTimeFormat('de', { timeZone: 'Europe/Istanbul', dateStyle: 'medium' }).format(new Date())
  const rows = [
    ['Document', 'Date', 'Text', 'Amount', 'Cur'],
    [`${language}-1`, today, 'Booked adverts', '250,50', 'EUR'],
    [`${language}-2`, today, 'Licence', '100,00', turkish ? 'CHF' : 'USD'],
  ]
  const text = rows.map((row) => row.join(';')).join('\n')
  await button(page, words('budget:import')).click()
  const bring = page.getByRole('dialog')
  await choose(bring, words('budget:import.decimal'), words('budget:import.decimal.comma'))
  await choose(bring, words('budget:import.dates'), words('budget:import.dates.day-first'))
  await bring
    .locator('input[type=file]')
    .setInputFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await bring.getByRole('table', { name: words('transfer:problems.caption') }).waitFor()
  await choose(bring, words('budget:column.reference'), 'Document')
  await choose(bring, words('budget:column.title'), 'Text')
  await choose(bring, words('budget:column.actual'), 'Amount')
  await choose(bring, words('budget:column.currency'), 'Cur')
  if (turkish) await choose(bring, words('budget:column.onDay'), 'Date')
  await bring.getByText(words('budget:import.fine')).waitFor()
  await button(bring, words('budget:import.do', { count: 2 })).click()
  await page.getByText(words('budget:import.done', { created: 2, changed: 0, unchanged: 0 })).waitFor()

  const currency = turkish ? 'CHF' : 'USD'
  const gaps = page.getByRole('region', { name: words('budget:gap.title') })
  await gaps.getByText(currency).waitFor()
  await gaps
    .getByRole('link', { name: words('budget:gap.do') })
    .first()
    .click()
  await button(page, words('budget:rate.new')).first().click()
  const rate = page.getByRole('dialog')
  await field(rate, words('budget:rate.base')).fill(currency)
  await field(rate, words('budget:rate.rate')).fill(turkish ? '0,9' : '0.9')
  await button(rate, words('budget:rate.new')).click()
  await page.getByText(words('budget:rate.set')).waitFor()

  await page
    .getByRole('link', { name: words('budget:view.picture'), exact: true })
    .last()
    .click()
  await settled(visit)
  await gaps.waitFor({ state: 'detached' })
  const expected = turkish ? '€1.320' : '€660'
  await page.getByText(expected).first().waitFor()
  expect(watched.take()).toEqual([])
  await visit.context.close()

  async function choose(inside: typeof sheet, label: string, option: string): Promise<void> {
    await inside.getByRole('combobox', { name: label, exact: true }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
})
