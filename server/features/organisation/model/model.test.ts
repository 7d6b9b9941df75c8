import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Answer, type Caller, type World } from '#test/world.ts'
import { plantPerson, plantUnit, type Planted } from '../test-structure.ts'

let world: World
let dach: string
let uk: string
let anke: Planted
let regional: Caller

beforeAll(async () => {
  world = await createWorld()
  dach = await plantUnit(world, { name: 'DACH' })
  uk = await plantUnit(world, { name: 'UK' })
  await plantUnit(world, { name: 'Social hub', kind: 'department', centre: true })
  anke = await plantPerson(world, { name: 'Anke Moll', role: 'officer', unitId: dach })
  regional = world.holder(anke.key)
})
afterAll(() => world.close())

const ask = (method: string, path = '', body?: unknown, headers = {}) =>
  world.admin.call(method, `/api/v1/operating-model${path}`, body, headers)

interface Change {
  readonly person: { readonly name: string }
  readonly changes: readonly { action: string; units: { name: string }[]; elsewhere: boolean }[]
}
function of(answer: Answer, side: string, name: string) {
  return (answer.at(side) as Change[]).find((one) => one.person.name === name)?.changes
}
const cellOf = (answer: Answer, unitId: string, activity: string) =>
  (answer.at('rows') as { unit: { id: string }; cells: Record<string, unknown> }[]).find(
    (row) => row.unit.id === unitId,
  )?.cells[activity]

describe('the operating model', () => {
  it('begins centralised, with a row for every unit', async () => {
    const model = await ask('GET')
    expect([model.at('model'), (model.at('rows') as unknown[]).length, model.at('version')]).toEqual([
      'centralised',
      4,
      1,
    ])
    expect(cellOf(model, dach, 'publish')).toEqual({ part: 'informed', preset: 'informed', byHand: false })
  })

  it('says before a switch who gains and who loses what, and changes nothing by it', async () => {
    const preview = await ask('POST', '/preview', { model: 'hub-and-spoke' })
    expect(of(preview, 'gains', 'Anke Moll')?.find((one) => one.action === 'posts.publish')).toEqual({
      action: 'posts.publish',
      units: [{ id: dach, name: 'DACH' }],
      elsewhere: true,
    })
    expect(of(preview, 'loses', 'Anke Moll')).toBeUndefined()
    expect((await ask('GET')).at('model')).toBe('centralised')
  })

  it('gives a regional officer what the preview said, and tells them', async () => {
    const set = await ask('PUT', '', { model: 'hub-and-spoke', reason: 'The regions are ready' })
    expect([set.status, set.at('reason'), set.at('version')]).toEqual([200, 'The regions are ready', 2])
    const me = await regional.call('GET', '/api/v1/session')
    expect(me.at('actions')).toContain('posts.publish')
    expect(await noticesOf(anke)).toContainEqual({
      kind: 'rights.gained',
      params: expect.objectContaining({ model: 'hub-and-spoke' }) as unknown,
    })
  })

  it('can be bent cell by cell, and each cell given back', async () => {
    const path = `/cells/${dach}/publish`
    const bent = await ask('PUT', path, { part: 'consulted' })
    expect(cellOf(bent, dach, 'publish')).toEqual({ part: 'consulted', preset: 'responsible', byHand: true })
    const me = await regional.call('GET', '/api/v1/session')
    expect(me.at('actions')).not.toContain('posts.publish')
    expect(me.at('held')).toContainEqual(
      expect.objectContaining({ action: 'posts.publish', code: 'right.not-in-model' }),
    )
    expect(await noticesOf(anke)).toContainEqual(expect.objectContaining({ kind: 'rights.lost' }))
    expect(cellOf(await ask('DELETE', path), dach, 'publish')).toEqual({
      part: 'responsible',
      preset: 'responsible',
      byHand: false,
    })
  })

  it('keeps cells set by hand over a switch, unless they are cleared with it', async () => {
    await ask('PUT', `/cells/${uk}/approve`, { part: null })
    const kept = await ask('PUT', '', { model: 'dandelion', reason: 'Try' })
    expect(cellOf(kept, uk, 'approve')).toEqual({ part: null, preset: 'informed', byHand: true })
    const cleared = await ask('PUT', '', { model: 'dandelion', clear: true, reason: 'Clean' })
    expect(cellOf(cleared, uk, 'approve')).toMatchObject({ byHand: false })
  })

  it('refuses a switch that was made against another state than the one in force', async () => {
    const model = await ask('GET')
    const changed = await ask('PUT', '', { model: 'centralised', reason: 'Back' }, { 'if-match': '"1"' })
    expect([changed.status, changed.at('code')]).toEqual([412, 'record.changed'])
    expect((await ask('GET')).at('version')).toBe(model.at('version'))
  })

  it('needs a reason and units that exist', async () => {
    expect((await ask('PUT', '', { model: 'dandelion' })).at('fields.0.path')).toBe('reason')
    const cells = [{ unitId: crypto.randomUUID(), activity: 'publish', part: 'none' }]
    const unknown = await ask('POST', '/preview', { cells })
    expect([unknown.status, unknown.at('fields.0.path')]).toEqual([422, 'cells.0.unitId'])
    expect((await ask('PUT', `/cells/${crypto.randomUUID()}/publish`, { part: null })).status).toBe(404)
  })

  it('keeps its history, page by page, and its events', async () => {
    const first = await ask('GET', '/history?limit=2')
    const items = first.at('items') as { model: string; reason: string | null }[]
    expect(items.map((one) => one.reason)).toEqual(['Clean', 'Try'])
    const rest = await ask('GET', `/history?limit=5&cursor=${String(first.at('nextCursor'))}`)
    expect((rest.at('items') as { model: string }[]).map((one) => one.model)).toEqual(['hub-and-spoke', 'centralised'])
    const events = await world.admin.call('GET', '/api/v1/events?subjectType=operating-model')
    expect(events.at('items.0.after')).toMatchObject({ model: 'dandelion', reason: 'Clean' })
  })
})

function noticesOf({ personId }: Planted) {
  return world.kernel.database.inOrganisation(world.organisationId, (db) =>
    db.selectFrom('organisation_notices').select(['kind', 'params']).where('person_id', '=', personId).execute(),
  )
}
