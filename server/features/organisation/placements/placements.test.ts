import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '#test/world.ts'

let world: World
const ANSWERS = { audience: ['consumers'], role: ['awareness'], regions: ['few'], maturity: ['practised'] }

beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const ask = (method: string, path = '', body?: unknown, headers = {}) =>
  world.admin.call(method, `/api/v1/placements${path}`, body, headers)

describe('the placement advisor', () => {
  it('recommends a function and a model, with reasons, and keeps nothing of it', async () => {
    const result = await ask('POST', '/evaluation', { answers: ANSWERS })
    expect([result.status, result.at('places.0.key'), result.at('models.0.key')]).toEqual([
      200,
      'marketing',
      'hub-and-spoke',
    ])
    expect(result.at('models.0.reasonsFor.0')).toMatchObject({ question: 'regions', points: 3 })
    expect((await ask('GET')).at('items')).toEqual([])
  })

  it('answers with other weights otherwise', async () => {
    const answers = { audience: ['consumers'], crises: ['often'] }
    const level = await ask('POST', '/evaluation', { answers, weights: { crises: 0 } })
    const heavy = await ask('POST', '/evaluation', { answers, weights: { crises: 5, audience: 1 } })
    expect([level.at('places.0.key'), heavy.at('places.0.key')]).toEqual(['marketing', 'public-relations'])
  })

  it('refuses answers and weights that are none of its own, and names the place', async () => {
    for (const answers of [{ audience: ['martians'] }, { colour: ['red'] }, { regions: ['one', 'few'] }])
      expect((await ask('POST', '/evaluation', { answers })).at('fields.0.code')).toBe('placement.unknown-answer')
    expect((await ask('POST', '/evaluation', { answers: {}, weights: { regions: 9 } })).status).toBe(422)
  })

  it('keeps assessments, newest first, with what they recommended then', async () => {
    const first = await ask('POST', '', { title: 'Spring', answers: ANSWERS })
    const second = await ask('POST', '', { title: 'Autumn', answers: { ...ANSWERS, regions: ['many'] } })
    const list = await ask('GET')
    expect([list.at('items.0.id'), list.at('items.1.id')]).toEqual([second.id, first.id])
    expect((await ask('GET', `/${first.id}`)).at('result.models.0.key')).toBe('hub-and-spoke')
  })

  it('puts the model of a proposal in force, once, with its reason', async () => {
    const { id } = await ask('POST', '', { title: 'Winter', answers: ANSWERS })
    const early = await ask('POST', `/${id}/application`, { reason: 'Now' })
    expect([early.status, early.at('code')]).toEqual([409, 'placement.not-proposed'])
    expect((await ask('POST', `/${id}/proposal`)).at('proposedAt')).not.toBeNull()
    expect((await ask('DELETE', `/${id}/proposal`)).at('proposedAt')).toBeNull()
    await ask('POST', `/${id}/proposal`)
    const applied = await ask('POST', `/${id}/application`, { reason: 'The advisor and the team agree' })
    expect(applied.at('appliedAt')).not.toBeNull()
    const model = await world.admin.call('GET', '/api/v1/operating-model')
    expect([model.at('model'), model.at('reason')]).toEqual(['hub-and-spoke', 'The advisor and the team agree'])
    for (const again of [
      await ask('POST', `/${id}/application`, { reason: 'Again' }),
      await ask('DELETE', `/${id}/proposal`),
      await ask('DELETE', `/${id}`),
    ])
      expect([again.status, again.at('code')]).toEqual([409, 'placement.applied'])
  })

  it('removes one that led to nothing', async () => {
    const { id } = await ask('POST', '', { title: 'A try', answers: ANSWERS })
    expect((await ask('DELETE', `/${id}`, undefined, { 'if-match': '"7"' })).status).toBe(412)
    expect((await ask('DELETE', `/${id}`)).status).toBe(200)
    expect((await ask('GET', `/${id}`)).status).toBe(404)
  })
})
