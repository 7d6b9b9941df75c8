import { expect, it } from 'vitest'
import { audienceRequest, audienceValues, EMPTY_AUDIENCE, linesOf } from './audience-values.ts'

it('reads a text as lines, without empty ones and marks of a list', () => {
  expect(linesOf('- Quick\n\n  * Cheap \n• Well-known\n-5 degrees')).toEqual([
    'Quick',
    'Cheap',
    'Well-known',
    '-5 degrees',
  ])
  expect(linesOf(' \n')).toEqual([])
})

it('leaves out places and sources of which nothing was written, and keeps the others', () => {
  const request = audienceRequest(
    {
      ...EMPTY_AUDIENCE,
      name: 'Elif',
      places: [
        { key: '0', platform: 'Instagram', strength: 'main', note: '' },
        { key: '1', platform: ' ', strength: 'often', note: '' },
      ],
      sources: [
        { key: '0', title: '', url: '', foundOn: '2026-11-01', note: '' },
        { key: '1', title: 'Interviews', url: ' https://a.example ', foundOn: null, note: '' },
      ],
    },
    (name) => name.toLowerCase(),
  )
  expect(request.places).toEqual([{ platform: 'instagram', strength: 'main', note: '' }])
  expect(request.sources).toEqual([{ title: 'Interviews', url: 'https://a.example', foundOn: '', note: '' }])
})

it('gives the same audience back that it was given', () => {
  const fields = {
    name: 'Elif',
    description: 'Cooks',
    demographics: '',
    needs: ['One', 'Two'],
    objections: [],
    languages: ['tr'],
    places: [{ platform: 'bluesky', strength: 'main' as const, note: 'A' }],
    sources: [{ title: 'S', url: null, foundOn: '2026-01-01', note: '' }],
  }
  const audience = {
    ...fields,
    id: 'a',
    units: [{ id: 'u', name: 'Unit' }],
    portrait: null,
    campaigns: 0,
    createdBy: null,
    createdAt: '',
    changedAt: '',
    archivedAt: null,
    version: 1,
  }
  const values = audienceValues(audience, (id) => id.toUpperCase())
  expect(audienceRequest(values, (name) => name.toLowerCase())).toEqual({ ...fields, unitIds: ['u'], portraitId: null })
})
