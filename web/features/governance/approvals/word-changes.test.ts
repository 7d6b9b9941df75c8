import { expect, it } from 'vitest'
import { wordChanges } from './word-changes.ts'

it('shows which words were taken out and put in', () => {
  expect(wordChanges('Good fresh coffee', 'Good new coffee')).toEqual([
    { kind: 'same', text: 'Good ' },
    { kind: 'taken', text: 'fresh' },
    { kind: 'added', text: 'new' },
    { kind: 'same', text: ' coffee' },
  ])
})

it('keeps both texts whole, whatever was changed', () => {
  const texts = ['', 'a', 'a b c', 'b c a', 'x  y\n\nz', 'İyi günler 🇹🇷', 'a a a b a']
  for (const before of texts)
    for (const after of texts) {
      const changes = wordChanges(before, after) ?? []
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map(({ text }) => text)
          .join('')
      expect([without('added'), without('taken')]).toEqual([before, after])
    }
})

it('gives up on texts that are too long to tell apart quickly', () => {
  expect(wordChanges('a '.repeat(5000), 'b')).toBeNull()
})
