/** A text with its selection; positions are UTF-16 units. */
export interface Selected {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Replace `from` to `to` by `insert`, then select `selectFrom` to `selectTo`. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly selectFrom: number
  readonly selectTo: number
}

/** Makes the selection bold, or takes the stars away again. Without a selection the stand-in is inserted and selected. */
export function toggleBold({ text, from, to }: Selected, standIn: string): Edit {
  if (text.slice(from - 2, from) === '**' && text.slice(to, to + 2) === '**') {
    return { from: from - 2, to: to + 2, insert: text.slice(from, to), selectFrom: from - 2, selectTo: to - 2 }
  }
  const words = text.slice(from, to) || standIn
  return { from, to, insert: `**${words}**`, selectFrom: from + 2, selectTo: from + 2 + words.length }
}

/** Makes the selection a link and selects the address to be typed; an address that is selected gets its words selected. */
export function makeLink({ text, from, to }: Selected, standIn: string): Edit {
  const chosen = text.slice(from, to)
  if (/^https?:\/\/\S+$/u.test(chosen))
    return { from, to, insert: `[${standIn}](${chosen})`, selectFrom: from + 1, selectTo: from + 1 + standIn.length }
  const words = chosen || standIn
  const address = from + words.length + 3
  return { from, to, insert: `[${words}](https://)`, selectFrom: address, selectTo: address + 'https://'.length }
}

/** Puts a mark before each selected line, or takes it away where all have it. */
export function toggleLines({ text, from, to }: Selected, mark: string): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const stop = text.indexOf('\n', to)
  const end = stop === -1 ? text.length : stop
  const lines = text.slice(start, end).split('\n')
  const marked = lines.every((line) => line.startsWith(mark))
  const insert = lines
    .map((line) => (marked ? line.slice(mark.length) : line.startsWith(mark) ? line : mark + line))
    .join('\n')
  const caret = start + insert.length
  return { from: start, to: end, insert, selectFrom: lines.length > 1 ? start : caret, selectTo: caret }
}

/** The text after an edit. */
export function applyEdit(text: string, edit: Edit): string {
  return text.slice(0, edit.from) + edit.insert + text.slice(edit.to)
}
