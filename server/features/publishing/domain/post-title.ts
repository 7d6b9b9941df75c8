const MOST = 80
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What to call a post that has no title: the first line of its text, cut at a word after about 80 characters, never inside one. */
export function titleOfText(text: string): string {
  const line =
    text
      .split('\n')
      .map((each) => each.replace(/^[#>*\-\s]+/, '').trim())
      .find((each) => each !== '') ?? ''
  if (line.length <= MOST) return line
  let cut = ''
  for (const { segment } of characters.segment(line)) {
    if (cut.length + segment.length > MOST) break
    cut += segment
  }
  const space = cut.lastIndexOf(' ')
  return `${space >= MOST / 2 ? cut.slice(0, space) : cut}…`
}
