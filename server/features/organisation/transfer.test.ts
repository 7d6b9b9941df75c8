import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague, made } from '#test/colleague.ts'
import { createWorld, type Answer, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const lines = (...rows: string[]) => rows.join('\r\n')
const attempt = (list: string, text: string) => world.admin.call('POST', '/api/v1/transfer/trial', { list, text })
const bring = (list: string, text: string) => world.admin.call('POST', '/api/v1/transfer', { list, text })
const exported = async (list: string) =>
  String((await world.admin.call('GET', `/api/v1/transfer?list=${list}`)).at('text'))
const problems = (answer: Answer) =>
  (answer.at('problems') as { row: number; column: string | null; code: string }[]).map(
    ({ row, column, code }) => `${row} ${column ?? '-'} ${code}`,
  )
const counts = (answer: Answer) => ['created', 'changed', 'unchanged', 'invited'].map((name) => answer.at(name))

const UNITS = lines(
  'Ad;Tür;Bağlı olduğu birim;Dil ve ülke;Saat dilimi;Ülke;Uzmanlık merkezi',
  'Sosyal merkez;Ekip;;;;;evet',
  'DACH;Bölge;Satış;de-DE;Europe/Berlin;DE;',
  'Satış;Departman;;;;;',
  'Türkiye;Bölge;;tr-TR;Europe/Istanbul;TR;',
)

describe('A list of units', () => {
  it('is tried first: everything that is wrong is told by row and column, and nothing is changed', async () => {
    const before = (await world.admin.call('GET', '/api/v1/units')).body
    const tried = await attempt(
      'units',
      lines(
        'Name,Kind,Belongs to,Time zone,Colour',
        'DACH,Realm,,Europe/Berlin,red',
        'UK,Region,Nowhere,Europe/London,',
        'Asia,region,,Mars/Olympus,',
        ',Team,,,',
      ),
    )
    expect(problems(tried)).toEqual([
      '1 Colour import.unknown-column',
      '2 Kind import.unknown-kind',
      '3 Belongs to import.unknown-unit',
      '4 Time zone time.unknown-zone',
      '5 Name text.empty',
    ])
    expect((await world.admin.call('GET', '/api/v1/units')).body).toEqual(before)
  })

  it('with a problem is not brought in at all', async () => {
    const refused = await bring('units', lines('Name,Kind', 'Good,Team', 'Bad,Realm'))
    expect([refused.status, refused.at('code'), refused.at('params.count')]).toEqual([422, 'import.problems', 1])
    expect(JSON.stringify((await world.admin.call('GET', '/api/v1/units')).body)).not.toContain('Good')
  })

  it('is brought in with Turkish headings and semicolons, in whatever order, and again without effect', async () => {
    expect(counts(await attempt('units', UNITS))).toEqual([4, 0, 0, 0])
    expect(counts(await bring('units', UNITS))).toEqual([4, 0, 0, 0])
    expect(counts(await bring('units', UNITS))).toEqual([0, 0, 4, 0])
    const units = (await world.admin.call('GET', '/api/v1/units')).at('items') as Record<string, unknown>[]
    const sales = units.find((unit) => unit['name'] === 'Satış')
    expect(units.find((unit) => unit['name'] === 'DACH')).toMatchObject({
      parentId: sales?.['id'],
      locale: 'de-DE',
      country: 'DE',
    })
    const events = await world.admin.call('GET', '/api/v1/events?limit=10')
    expect((events.at('items') as { verb: string }[]).map(({ verb }) => verb)).toContain('organisation.list-imported')
  })

  it('comes out as it went in', async () => {
    expect(counts(await bring('units', await exported('units')))).toEqual([0, 0, 5, 0])
  })
})

describe('A list of people', () => {
  const PEOPLE = lines(
    'Name,E-mail,Role,Unit,Position,Languages',
    'Anke Moll,anke@kavrela.example,Officer,DACH,Social officer,de en',
    'Anke Moll,anke@kavrela.example,Officer,Sosyal merkez,Trainer,de en',
    'Jonas Weidmann,jonas@kavrela.example,manager,Satış / DACH,Region manager,de',
  )

  it('invites those who are not here yet, into positions that wait for them', async () => {
    const brought = await bring('people', PEOPLE)
    expect(counts(brought)).toEqual([2, 1, 0, 2])
    const invitation = (brought.at('invitations') as { email: string; link: string }[])[0]
    expect(invitation?.email).toBe('anke@kavrela.example')
    const token = invitation?.link.split('/').at(-1) ?? ''
    const joined = await made(world.stranger, `invitations/by-token/${token}/acceptance`, {
      name: 'Anke Moll',
      password: 'harbour-violin-42-cloud',
    })
    const profile = await world.admin.call('GET', `/api/v1/people/${String(joined.at('personId'))}/profile`)
    const held = (profile.at('positions') as { title: string }[]).map(({ title }) => title)
    expect([held.toSorted(), profile.at('languages')]).toEqual([
      ['Social officer', 'Trainer'],
      ['de', 'en'],
    ])
  })

  it('changes nothing when it is brought in again, whether somebody has joined or not', async () => {
    expect(counts(await bring('people', PEOPLE))).toEqual([0, 0, 3, 0])
  })

  it('changes no role, and finds closed accounts, bad addresses and units that are not there', async () => {
    const closed = await addColleague(world, 'Gone Person')
    await made(world.admin, `people/${closed.id}`, { active: false }, 'PATCH')
    const tried = await attempt(
      'people',
      lines(
        'Name,E-mail,Role,Unit,Position,Languages',
        'Anke Moll,anke@kavrela.example,Administrator,,,',
        `Gone,${closed.email},Officer,,,`,
        'Nobody,not-an-address,Officer,,,',
        'New,new@kavrela.example,Emperor,Atlantis,Diver,',
        'New,newer@kavrela.example,,DACH,,german',
      ),
    )
    expect(problems(tried)).toEqual([
      '2 Role import.other-role',
      '3 E-mail import.closed-account',
      '4 E-mail text.not-an-email',
      '5 Unit import.unknown-unit',
      '6 Languages text.not-a-language',
      '6 Position import.position-needed',
    ])
  })

  it('cannot make anybody more than whoever brings it in', async () => {
    const strategist = await addColleague(world, 'Deniz Korkut', 'strategist')
    const answer = await strategist.call('POST', '/api/v1/transfer/trial', {
      list: 'people',
      text: lines('Name,E-mail,Role', 'Boss,boss@kavrela.example,Administrator'),
    })
    expect(problems(answer)).toEqual(['2 - right.missing'])
  })
})

describe('A list of positions', () => {
  const POSITIONS = lines(
    'Position,Unit,E-mail,Duty,Reports to (functional),Reports to (administrative)',
    'Regional reviewer,DACH,,Regional reviewer,Social officer / DACH,jonas@kavrela.example',
    'Social officer,DACH,anke@kavrela.example,,Strategist,',
    'Strategist,Sosyal merkez,,,,',
  )

  it('finds superiors further down, and a circle by its row', async () => {
    const waiting = await attempt('positions', POSITIONS)
    expect(problems(waiting)).toEqual(['2 Reports to (administrative) import.unknown-position'])
    const circle = await attempt(
      'positions',
      lines(
        'Position,Unit,Reports to (functional)',
        'Strategist,Sosyal merkez,Social officer',
        'Social officer,DACH,Strategist',
      ),
    )
    expect(problems(circle)).toEqual(['3 Reports to (functional) line.circle'])
  })

  it('is brought in with its lines, and again without effect', async () => {
    const text = POSITIONS.replace('jonas@kavrela.example', 'Region manager')
    expect(counts(await bring('positions', text))).toEqual([2, 1, 0, 0])
    expect(counts(await bring('positions', text))).toEqual([0, 0, 3, 0])
    expect(counts(await bring('positions', await exported('positions')))[1]).toBe(0)
  })
})

describe('A file that comes out', () => {
  it('has no cell that a spreadsheet would run, and gives back what it was', async () => {
    const company = String((await world.admin.call('GET', '/api/v1/units')).at('items.0.id'))
    const names = ['=HYPERLINK("http://evil.example")', '+1', '-2', '@sum', "'=quoted", 'Plain, with comma']
    for (const name of names) await made(world.admin, 'units', { name, kind: 'team', parentId: company })
    const text = await exported('units')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.split(/[,\r\n]+/).filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([])
    expect(counts(await bring('units', text)).slice(0, 2)).toEqual([0, 0])
  })
})

describe('An import', () => {
  it('can be watched, under the id it was given', async () => {
    const importId = crypto.randomUUID()
    await made(world.admin, 'transfer', { list: 'units', text: UNITS, importId })
    const progress = await world.admin.call('GET', `/api/v1/transfer/${importId}`)
    expect(progress.body).toMatchObject({ state: 'done', total: 4, done: 4 })
    const again = await bring('units', UNITS).then(() =>
      world.admin.call('POST', '/api/v1/transfer', { list: 'units', text: UNITS, importId }),
    )
    expect(again.at('code')).toBe('record.exists')
  })
})
