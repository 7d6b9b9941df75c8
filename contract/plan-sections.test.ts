import { expect, it } from 'vitest'
import { PLAN_CHAPTERS, PLAN_SECTIONS, readText } from './plan-sections.ts'

it('puts every section into one chapter, in the same order', () => {
  expect(PLAN_CHAPTERS.flatMap(({ sections }) => [...sections])).toEqual([...PLAN_SECTIONS])
})

it.each([
  ['', []],
  ['\n \n', []],
  [
    'One\nline\n\nTwo',
    [
      { kind: 'paragraph', text: 'One\nline' },
      { kind: 'paragraph', text: 'Two' },
    ],
  ],
  [
    'First:\n- one\n• two\nand on',
    [
      { kind: 'paragraph', text: 'First:' },
      { kind: 'list', items: ['one', 'two'] },
      { kind: 'paragraph', text: 'and on' },
    ],
  ],
  ['-not a list', [{ kind: 'paragraph', text: '-not a list' }]],
])('reads %j as it is printed', (text, parts) => {
  expect(readText(text)).toEqual(parts)
})
