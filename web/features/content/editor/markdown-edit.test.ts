import { expect, it } from 'vitest'
import { applyEdit, makeLink, toggleBold, toggleLines } from './markdown-edit.ts'
import type { Edit, Selected } from './markdown-edit.ts'

/** Writes a text with its selection in angle brackets. */
function select(shown: string): Selected {
  const from = shown.indexOf('<')
  return { text: shown.replace('<', '').replace('>', ''), from, to: shown.indexOf('>') - 1 }
}

function after(start: Selected, edit: Edit): string {
  const text = applyEdit(start.text, edit)
  return `${text.slice(0, edit.selectFrom)}<${text.slice(edit.selectFrom, edit.selectTo)}>${text.slice(edit.selectTo)}`
}

it.each([
  ['a <word> here', 'a **<word>** here'],
  ['a **<word>** here', 'a <word> here'],
  ['<>', '**<text>**'],
])('makes bold of %j: %j', (before, then) => {
  const start = select(before)
  expect(after(start, toggleBold(start, 'text'))).toBe(then)
})

it.each([
  ['see <our farms>', 'see [our farms](<https://>)'],
  ['<https://kavrela.example>', '[<text>](https://kavrela.example)'],
  ['<>', '[text](<https://>)'],
])('makes a link of %j: %j', (before, then) => {
  const start = select(before)
  expect(after(start, makeLink(start, 'text'))).toBe(then)
})

it.each([
  ['one\ntw<>o', 'one\n- two<>'],
  ['<one\ntwo>', '<- one\n- two>'],
  ['<- one\n- two>', '<one\ntwo>'],
  ['<- one\ntwo>', '<- one\n- two>'],
  ['<>', '- <>'],
])('makes a list of %j: %j', (before, then) => {
  const start = select(before)
  expect(after(start, toggleLines(start, '- '))).toBe(then)
})
