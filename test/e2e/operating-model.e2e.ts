import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantPerson, plantPosition, plantUnit, rootUnit } from '#server/features/organisation/test-structure.ts'
import { PASSWORD } from '../world.ts'
import { ADMINISTRATOR, button, openStage, settled, type Stage, type Visit } from './stage.ts'

const OFFICER = 'anke@example.org'
let stage: Stage

beforeAll(async () => {
  stage = await openStage()
  const { server } = stage
  const company = await rootUnit(server)
  const dach = await plantUnit(server, { name: 'DACH' })
  await plantPerson(server, { name: 'Ines Hallgren', role: 'executive', unitId: company })
  await plantPerson(server, { name: 'Deniz Korkut', role: 'strategist', unitId: company })
  await plantPerson(server, { name: 'Burcu Tezel', unitId: dach })
  const made = await server.admin.call('POST', '/api/v1/invitations', {
    email: OFFICER,
    name: 'Anke Moll',
    role: 'officer',
  })
  const token = String(made.at('link')).split('/').at(-1)
  const joined = await server.stranger.call('POST', `/api/v1/invitations/by-token/${token}/acceptance`, {
    name: 'Anke Moll',
    password: PASSWORD,
  })
  await plantPosition(server, { unitId: dach, title: 'Social officer', personId: String(joined.at('personId')) })
  await server.admin.call('PUT', '/api/v1/operating-model', { model: 'hub-and-spoke', reason: 'To begin with' })
})
afterAll(() => stage.close())

describe('The organisation chart', () => {
  test('takes both lines by keyboard, and says why a circle cannot be', async () => {
    const visit = await stage.visit({ as: ADMINISTRATOR })
    const { page, words } = visit
    await page.goto('/organise')
    await settled(visit)
    await choose(visit, words('chart:find'), 'Deniz')
    await choose(visit, words('chart:reports.functional'), 'Ines')
    await page.getByText(words('chart:line.functional-set', { name: 'Deniz Korkut' })).waitFor()
    await choose(visit, words('chart:find'), 'Burcu')
    await choose(visit, words('chart:reports.functional'), 'Deniz')
    await choose(visit, words('chart:reports.administrative'), 'Ines')
    await page.getByText(words('chart:line.administrative-set', { name: 'Burcu Tezel' })).waitFor()
    await choose(visit, words('chart:find'), 'Ines')
    await choose(visit, words('chart:reports.functional'), 'Burcu')
    await page.getByText('Ines Hallgren → Burcu Tezel → Deniz Korkut → Ines Hallgren').waitFor()
    visit.watched.take()
  })

  test('takes a line by dropping one position on another, and gives it back', async () => {
    const visit = await stage.visit({ as: ADMINISTRATOR })
    const { page, words } = visit
    await page.goto('/organise')
    await settled(visit)
    const of = (name: string) => page.locator('.react-flow__node-position', { hasText: name })
    await of('Anke Moll').waitFor()
    const [from, to] = [await of('Anke Moll').boundingBox(), await of('Deniz Korkut').boundingBox()]
    if (from === null || to === null) throw new Error('The chart shows nobody.')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 })
    await page.getByText(words('chart:drop.on', { name: 'Deniz Korkut' })).waitFor()
    await page.mouse.up()
    await button(page, words('chart:drop.do')).click()
    await page.getByText(words('chart:line.functional-set', { name: 'Anke Moll' })).waitFor()
    expect(await superiorOf('Anke Moll')).toBe('Deniz Korkut')
    await button(page, words('ui:undo')).click()
    await expect.poll(() => superiorOf('Anke Moll')).toBeNull()
    expect(visit.watched.take()).toEqual([])
  })
})

describe('The operating model', () => {
  test('says who loses what before it is switched, and then locks the button with the reason', async () => {
    const officer = await stage.visit({ as: OFFICER })
    await officer.page.goto('/content?tab=pieces')
    await settled(officer)
    const write = button(officer.page, officer.words('content:piece.write')).first()
    expect(await write.getAttribute('aria-disabled')).toBeNull()

    const visit = await stage.visit({ as: ADMINISTRATOR })
    const { page, words } = visit
    await page.goto('/organise/model')
    await settled(visit)
    await page.getByRole('radio', { name: new RegExp(words('model:model.centralised')) }).check()
    const loses = page.locator('[data-side=loses]')
    await loses.getByText('Anke Moll').waitFor()
    await page.getByRole('textbox', { name: words('model:reason') }).fill('One team for the launch')
    await button(page, words('model:force')).click()
    await page.getByText(words('model:forced', { model: words('model:model.centralised') })).waitFor()
    expect(visit.watched.take()).toEqual([])

    await officer.page.reload()
    await settled(officer)
    expect(await write.getAttribute('aria-disabled')).toBe('true')
    await officer.page
      .getByText(/DACH does not do this here/)
      .first()
      .waitFor({ state: 'attached' })
  })
})

/** Types into a field that offers what there is, and takes the first. */
async function choose({ page }: Visit, label: string, name: string): Promise<void> {
  const input = page.getByRole('combobox', { name: label })
  await input.click()
  await input.fill(name)
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

async function superiorOf(name: string): Promise<string | null> {
  const chart = await stage.server.admin.call('GET', '/api/v1/lines')
  const positions = chart.at('positions') as { id: string; person: { name: string } | null }[]
  const lines = chart.at('lines') as { kind: string; positionId: string; superiorId: string }[]
  const position = positions.find((one) => one.person?.name === name)
  const line = lines.find((one) => one.kind === 'functional' && one.positionId === position?.id)
  return positions.find((one) => one.id === line?.superiorId)?.person?.name ?? null
}
