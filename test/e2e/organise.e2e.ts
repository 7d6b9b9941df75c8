import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takePicture } from './picture.ts'
import { insider, join, type Insider } from './scenery.ts'
import { ADMINISTRATOR, button, field, openStage, settled, type Stage, type Visit } from './stage.ts'

/** What is there before anybody looks; a department and a region more are added on the screen. */
const DEPARTMENTS = ['Customer care', 'Marketing', 'Sales', 'People']
const REGIONS = ['DACH', 'UK']
const csv = (...rows: string[]) => Buffer.from(rows.join('\r\n'))
const HEAD = 'Ad;E-posta;Rol;Birim;Pozisyon;Diller'
const BAD = csv(
  HEAD,
  'Anke Moll;anke@kavrela.example;Uzman;Atlantis;Social officer;de',
  'Burcu;not-an-address;Uzman;;;',
)
const GOOD = csv(
  HEAD,
  'Anke Moll;anke@kavrela.example;Uzman;DACH;Social officer;de',
  'Burcu Tezel;burcu@kavrela.example;Uzman;Türkiye;Social officer;tr',
)

describe('Whoever organises a company', () => {
  let stage: Stage
  let visit: Visit
  beforeAll(async () => {
    stage = await openStage()
    await plantUnits()
    visit = await stage.visit({ as: ADMINISTRATOR })
  })
  afterAll(() => stage.close())

  test('divides it into departments and regions', async () => {
    const { page, words } = visit
    await page.goto('/organise/units')
    await settled(visit)
    await addUnit(visit, 'Legal', 'department')
    await addUnit(visit, 'Türkiye', 'region')
    for (const name of [...DEPARTMENTS, ...REGIONS, 'Legal', 'Türkiye'])
      await page.getByRole('button', { name: new RegExp(name) }).waitFor()
    await page.getByRole('button', { name: /Legal/ }).click()
    const sheet = page.getByRole('dialog')
    await button(sheet, words('units:position.add')).click()
    await field(sheet, words('units:position.title')).fill('Head of legal')
    await button(sheet, words('units:position.add-this')).click()
    await sheet.getByText('Head of legal').waitFor()
    await button(sheet, words('units:unit.close')).click()
    // A unit that is in use says why it cannot be closed.
    await page.getByText(/1 open position/).waitFor()
    await page.keyboard.press('Escape')
  }, 60_000)

  test('brings people in, once the file is right', async () => {
    const { page, words } = visit
    await page.goto('/organise/people')
    await settled(visit)
    await button(page, words('organisation:lists')).click()
    const sheet = page.getByRole('dialog')
    await choose(visit, 'people.csv', BAD)
    await sheet.getByRole('cell', { name: /Atlantis/ }).waitFor()
    await sheet.getByRole('cell', { name: 'E-posta' }).waitFor()
    await choose(visit, 'people-right.csv', GOOD)
    await button(sheet, words('transfer:import.do', { count: 2 })).click()
    await sheet.getByText(words('transfer:import.done')).waitFor()
    await button(sheet, words('transfer:invitations.save')).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('cell', { name: /burcu@kavrela\.example/ }).waitFor()
  }, 60_000)

  test('names a representative and the core team, and sees the gaps close', async () => {
    const { page, words } = visit
    await page.goto('/organise/team')
    await settled(visit)
    const gaps = page.getByRole('region', { name: words('team:gaps') })
    const legal = gaps.getByText(words('team:gap.representative', { unit: 'Legal' }))
    await legal.waitFor()
    await button(page, words('team:name-of', { unit: 'Legal' })).click()
    const naming = page.getByRole('form', { name: words('team:name-of', { unit: 'Legal' }) })
    await naming.getByRole('combobox', { name: words('team:representative') }).click()
    await page.getByRole('option', { name: /Ada Admin/ }).click()
    await button(naming, words('ui:save')).click()
    await legal.waitFor({ state: 'detached' })
    // One alone is too few, and the screen says so.
    await gaps.getByText(words('team:gap.core-team', { count: 0 })).waitFor()
    const core = page.getByRole('region', { name: words('team:core') })
    await core.getByRole('combobox').click()
    await page.getByRole('option', { name: /Ada Admin/ }).click()
    await button(core, words('team:core.add')).click()
    await core.getByText(words('team:core.few')).waitFor()
    expect(visit.watched.take()).toEqual([])
  }, 60_000)

  test('gives a guest from an agency a first page of their own', async () => {
    const { admin } = stage.server
    const idOf = async ({ call }: Insider) => String((await call('GET', 'session')).at('person.id'))
    const owner = await idOf(await insider(stage.server, ADMINISTRATOR))
    const guest = await join(stage.server, 'nora@lumen.example', 'Nora Lindqvist', 'tr', 'manager')
    const channel = await admin.call('POST', '/api/v1/channels', { platform: 'newsroom', name: 'News', settings: {} })
    const agency = await admin.call('POST', '/api/v1/agencies', {
      name: 'Lumen Row',
      ownerId: owner,
      endsOn: '2099-12-31',
      activities: ['create'],
      channelIds: [channel.id],
      campaignIds: [],
    })
    expect(agency.status, JSON.stringify(agency.body)).toBe(201)
    await admin.call('POST', '/api/v1/positions', { unitId: agency.id, title: 'Producer', personId: await idOf(guest) })
    const { page, words, watched, context } = await stage.visit({ language: 'tr', with: guest.cookie })
    await page.goto('/')
    await page.getByText(words('measurement:guest.title', { agency: 'Lumen Row' })).waitFor()
    await takePicture(page, 'home-guest-tr')
    await page.getByRole('link', { name: words('measurement:guest.calendar') }).click()
    await page.waitForURL(/\/calendar/u)
    expect(watched.take()).toEqual([])
    await context.close()
  }, 60_000)

  async function plantUnits(): Promise<void> {
    const { admin } = stage.server
    const parentId = String((await admin.call('GET', '/api/v1/units')).at('items.0.id'))
    const units = [
      ...DEPARTMENTS.map((name) => ({ kind: 'department', name, parentId })),
      ...REGIONS.map((name) => ({ kind: 'region', name, parentId })),
    ]
    for (const unit of units) {
      const made = await admin.call('POST', '/api/v1/units', unit)
      expect(made.status, JSON.stringify(made.body)).toBe(201)
    }
  }
})

async function addUnit({ page, words }: Visit, name: string, kind: 'department' | 'region'): Promise<void> {
  await button(page, words('units:unit.add')).first().click()
  const sheet = page.getByRole('dialog')
  await field(sheet, words('units:field.name')).fill(name)
  if (kind === 'region') {
    await sheet.getByRole('combobox', { name: words('units:field.kind') }).click()
    await page.getByRole('option', { name: words('units:kind.region') }).click()
  }
  await button(sheet, words('units:unit.add')).click()
  await sheet.waitFor({ state: 'detached' })
}

async function choose({ page, words }: Visit, name: string, buffer: Buffer): Promise<void> {
  const opened = page.waitForEvent('filechooser')
  const sheet = page.getByRole('dialog')
  await sheet
    .getByRole('button', {
      name: new RegExp(`^(${words('transfer:import.choose')}|${words('transfer:import.choose-other')})$`),
    })
    .click()
  await (await opened).setFiles({ name, mimeType: 'text/csv', buffer })
}
