/** A picture named in a text, and the position in it (UTF-16 units). */
export interface PictureMark {
  readonly address: string
  readonly at: number
}

/** A stretch of plain text that came from one block of Markdown. */
export interface Passage {
  /** `lines`: each line stands for itself, as in a list. */
  readonly kind: 'heading' | 'text' | 'lines' | 'code'
  readonly text: string
  readonly pictures: readonly PictureMark[]
  /** What its writer set in bold. */
  readonly terms: readonly string[]
  /** Whether its writer drew a line above it. */
  readonly opensSection: boolean
}

/** A passage of text without anything else in it. */
export function textPassage(text: string): Passage {
  return { kind: 'text', text, pictures: [], terms: [], opensSection: false }
}

/** Several passages as one, with `separator` between those that say something and `lead` in front. */
export function joinPassages(
  passages: readonly Passage[],
  { kind, separator, lead = '' }: { kind: Passage['kind']; separator: string; lead?: string },
): Passage {
  let text = lead
  const pictures: PictureMark[] = []
  for (const passage of passages) {
    if (text.length > lead.length && passage.text !== '') text += separator
    const before = text.length
    pictures.push(...passage.pictures.map((mark) => ({ ...mark, at: mark.at + before })))
    text += passage.text
  }
  return { kind, text, pictures, terms: passages.flatMap((passage) => passage.terms), opensSection: false }
}
