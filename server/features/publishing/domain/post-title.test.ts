import { describe, expect, it } from 'vitest'
import { titleOfText } from './post-title.ts'

describe('the title of a post that has none', () => {
  it('is its first line that says something, without marks of a heading or a list', () => {
    expect(titleOfText('\n\n# From tree to cup\nMore')).toBe('From tree to cup')
  })

  it('is cut at a word', () => {
    expect(titleOfText('harvested '.repeat(20))).toBe(`${'harvested '.repeat(8).trim()}…`)
  })

  it('is cut between characters, not inside one, so that it can be stored', () => {
    const families = '👨‍👩‍👧‍👦'.repeat(20)
    expect(titleOfText(families)).toBe(`${'👨‍👩‍👧‍👦'.repeat(7)}…`)
    expect(titleOfText(`${'a'.repeat(79)}😀😀`)).toBe(`${'a'.repeat(79)}…`)
    expect(titleOfText('😀'.repeat(200)).isWellFormed()).toBe(true)
  })
})
