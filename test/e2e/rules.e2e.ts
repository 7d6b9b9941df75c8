import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../world.ts'
import { insider } from './scenery.ts'
import { ADMINISTRATOR, button, openStage, settled, type Stage, type Visit } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.server.admin.call('POST', 'channels', { platform: 'newsroom', name: 'Newsroom Türkiye', settings: {} })
})
afterAll(() => stage.close())

test('What offends in a region is found while it is typed, mended by a press, and what blocks holds until it goes', async () => {
  const ada = await insider(stage.server, ADMINISTRATOR)
  const visit = await stage.visit({ with: ada.cookie })
  await addPack(visit)
  await tryRule(visit)
  await keepSecret(visit)
  await compose(visit)
  const waivers = await until(
    () => stage.server.admin.call('GET', 'waivers'),
    (answer) => answer.at('items.0.reason') === 'A quotation',
  )
  expect(waivers.at('items.0.words')).toBe('sana')
  expect(visit.watched.take()).toEqual([])
})

async function addPack({ page, words }: Visit): Promise<void> {
  await page.goto('/govern/rules')
  await button(page, words('rules:ready.add.label', { title: 'Norms for Türkiye' })).click()
  await page.getByRole('link', { name: 'Norms for Türkiye' }).click()
  await page.getByRole('table').waitFor()
}

async function tryRule({ page, words }: Visit): Promise<void> {
  await page.getByRole('textbox', { name: words('rules:try.label'), exact: true }).fill("Kara Cuma'da görüşürüz")
  await page.locator('mark').getByText("Kara Cuma'da").waitFor()
}

async function keepSecret({ page, words }: Visit): Promise<void> {
  await page.goto('/govern/confidential')
  await button(page, words('confidential:new')).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel(words('confidential:field.title')).fill('Pomegranate')
  await sheet.getByLabel(words('confidential:field.terms')).fill('Gaziantep dükkânı')
  await page.keyboard.press('Enter')
  await sheet.getByLabel(words('confidential:field.contact')).fill('Ruth Amsel')
  await button(sheet, words('confidential:save')).click()
  await page.getByText('Pomegranate').waitFor()
}

async function compose(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/posts/new')
  await settled(visit)
  await page.getByRole('button', { name: /Newsroom Türkiye/u }).click()
  await page.getByRole('combobox', { name: words('publishing:compose.language') }).click()
  await page.getByRole('option', { name: 'Turkish' }).click()
  const text = page.getByRole('textbox', { name: words('publishing:compose.text'), exact: true })
  await text.fill('Kara Cuma bizde sana özel. Aralıkta Gaziantep dükkânımızda görüşürüz.')
  const findings = page.locator('#compose-findings')
  await findings.getByText(words('rules:confidential.what', { words: 'Gaziantep dükkânımızda' })).waitFor()
  await button(findings, words('publishing:fix.use', { text: 'Kasım fırsatı' })).click()
  expect(await text.inputValue()).toBe('Kasım fırsatı bizde sana özel. Aralıkta Gaziantep dükkânımızda görüşürüz.')
  await shows(visit, 'held')
  await text.fill('Kasım fırsatı bizde sana özel. Aralıkta görüşürüz.')
  await shows(visit, 'free')
  await keep(visit)
}

/** Whether the post can be planned: the button is held while something blocks. */
async function shows({ page, words }: Visit, state: 'held' | 'free'): Promise<void> {
  const plan = page.getByRole('button', { name: words('publishing:compose.schedule', { count: 1 }) })
  await plan.and(page.locator(state === 'held' ? '[aria-disabled]' : ':not([aria-disabled])')).waitFor()
}

/** Lets the form of address pass, with a reason that is kept. */
async function keep({ page, words }: Visit): Promise<void> {
  const pack = await stage.server.admin.call('GET', 'rule-packs')
  const rules = (await stage.server.admin.call('GET', `rule-packs/${String(pack.at('items.0.id'))}`)).at('items')
  const address = (rules as { id: string; definition: { kind: string } }[]).find(
    ({ definition }) => definition.kind === 'formality',
  )
  await stage.server.admin.call('PATCH', `rules/${address?.id ?? ''}`, { severity: 'warn' })
  const text = page.getByRole('textbox', { name: words('publishing:compose.text'), exact: true })
  await text.fill('Kasım fırsatı yine sana özel. Aralıkta görüşürüz.')
  const findings = page.locator('#compose-findings')
  await button(findings, words('rules:keep')).first().click()
  await findings.getByLabel(words('rules:keep.reason')).fill('A quotation')
  await button(findings, words('rules:keep.do')).click()
  await findings.getByText(/A quotation/u).waitFor()
}
