import { describe, expect, it } from 'vitest'
import { formPath, partProblem } from './field-problems.ts'

const problem = { code: 'request.invalid', status: 422, title: '', params: {} }
const field = (path: string, code = 'text.empty') => ({ path, code, params: {} })

describe('refusals in a form', () => {
  it('writes paths the way the form does', () => {
    expect(formPath('parts[0].text')).toBe('parts.0.text')
    expect(formPath('/parts/0/text')).toBe('parts.0.text')
  })

  it('gives each field its own refusal and says nothing more', () => {
    const parted = partProblem({ ...problem, fields: [field('title'), field('parts.0.text', 'text.too-long')] }, [
      'title',
      'parts',
    ])
    expect(Object.keys(parted.byField)).toEqual(['title', 'parts.0.text'])
    expect(parted.rest).toBeNull()
  })

  it('says for the whole form what no field on it can be blamed for', () => {
    const parted = partProblem({ ...problem, fields: [field('title'), field('campaignId', 'reference.unknown')] }, [
      'title',
    ])
    expect(parted.byField['title']?.code).toBe('text.empty')
    expect(parted.rest?.code).toBe('reference.unknown')
  })

  it('keeps the first refusal of a field', () => {
    const parted = partProblem(
      { ...problem, fields: [field('title', 'text.empty'), field('title', 'text.too-long')] },
      ['title'],
    )
    expect(parted.byField['title']?.code).toBe('text.empty')
  })

  it('passes a problem without fields on as it is', () => {
    expect(partProblem({ ...problem, code: 'record.changed', fields: [] }, ['title']).rest?.code).toBe('record.changed')
  })
})
