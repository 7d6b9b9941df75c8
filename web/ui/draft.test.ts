import { expect, it } from 'vitest'
import { changesOf, fitDraft } from './draft.ts'

it('brings back only fields that the form has, with a value of the kind it expects', () => {
  const initial = { title: '', goalIds: [] as string[], endsOn: null as string | null, tracked: true }
  const draft = { title: 'Half a title', goalIds: 'not-a-list', endsOn: '2026-12-31', tracked: 'yes', gone: 'x' }
  expect(fitDraft(initial, draft)).toEqual({ title: 'Half a title', endsOn: '2026-12-31' })
  expect(fitDraft(initial, null)).toEqual({})
})

it('keeps only what was changed, so that it cannot bring an old value back', () => {
  expect(
    changesOf(
      { title: 'Old', goalIds: ['a'], endsOn: null as string | null },
      { title: 'New', goalIds: ['a'], endsOn: null },
    ),
  ).toEqual({ title: 'New' })
})
