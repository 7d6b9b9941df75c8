import { describe, expect, it } from 'vitest'
import { isBeginning, plainText, summaryOf } from './summary.ts'

describe('the summary of an article', () => {
  it('is what its author wrote, on one line', () => {
    expect(summaryOf('  Bir\n cümle. ', 'Body')).toBe('Bir cümle.')
  })

  it('else is how the text begins, without markup and headings', () => {
    expect(summaryOf(null, '# Title\n\nFirst & **second**, <third> [link](https://a.example).\n\n- one\n- two')).toBe(
      'First & second, link. one two',
    )
    expect(summaryOf(null, '# Only a heading')).toBe('Only a heading')
  })

  it('ends after a whole word and says that it goes on', () => {
    const summary = summaryOf('', 'kahve günü, '.repeat(100))
    expect(summary).toMatch(/^kahve günü, .*(?:kahve|günü)…$/)
    expect(summary.length).toBeLessThanOrEqual(201)
  })

  it('does not tear a character apart', () => {
    expect(summaryOf(null, '👩‍👩‍👧‍👦'.repeat(300))).toBe(`${'👩‍👩‍👧‍👦'.repeat(200)}…`)
  })

  it('is known to repeat the text', () => {
    const body = `# Heading\n\n${'Kahve günü. '.repeat(40)}`
    expect(isBeginning(summaryOf(null, body), body)).toBe(true)
    expect(isBeginning('Kahve günü.', 'Kahve günü. **Yarın**.')).toBe(true)
    expect(isBeginning('Something else', body)).toBe(false)
  })

  it('reads quotation marks and brackets as they are written', () => {
    expect(plainText('`a < b` & "c" &amp; \'d\'')).toBe(`a < b & "c" & 'd'`)
  })
})
