import { inflateSync } from 'node:zlib'

export interface PdfPage {
  /** What was written, piece by piece, in the order in which it was. */
  readonly texts: readonly string[]
  /** The same as one text, its pieces parted by line breaks. */
  readonly text: string
  /** The drawing itself, unpacked: one operator a line. */
  readonly drawing: string
}

type Objects = ReadonlyMap<number, string>

/** Reads the text of a PDF page by page: streams are unpacked, glyphs become letters by their font's own table. */
export function readPdf(bytes: Uint8Array): PdfPage[] {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'))
  const catalogue = [...objects.values()].find((each) => /\/Type \/Catalog\b/.test(each)) ?? ''
  const kids = referencesIn(/\/Kids \[([^\]]*)\]/.exec(objects.get(referenceIn(catalogue, 'Pages')) ?? '')?.[1] ?? '')
  return kids.map((kid) => readPage(objects, objects.get(kid) ?? ''))
}

/** Every object by its number; what a stream holds is unpacked and stands after its dictionary. */
function objectsOf(file: string): Objects {
  const found = file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)
  return new Map([...found].map(([, number, body = '']) => [Number(number), unpacked(body)]))
}

function unpacked(body: string): string {
  const parts = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body)
  const [, head = '', packed = ''] = parts ?? []
  if (parts === null || !head.includes('/FlateDecode')) return body
  return `${head}\n${inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')}`
}

function referencesIn(text: string): number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]))
}

function referenceIn(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? Number.NaN)
}

function readPage(objects: Objects, page: string): PdfPage {
  const resources = objects.get(referenceIn(page, 'Resources')) ?? page
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number]) => [
      name,
      lettersOf(objects, objects.get(Number(number)) ?? ''),
    ]),
  )
  const content = objects.get(referenceIn(page, 'Contents')) ?? ''
  let letters: ReadonlyMap<number, string> = new Map()
  const texts: string[] = []
  for (const [, font, run] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map()
    else texts.push(textOf(run ?? '', letters))
  }
  return { texts, text: texts.join('\n'), drawing: content }
}

function textOf(run: string, letters: ReadonlyMap<number, string>): string {
  return [...run.matchAll(/<([0-9a-f]*)>/gi)]
    .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? '\u{fffd}')
    .join('')
}

/** The letters of a font's glyphs, from its ToUnicode table. */
function lettersOf(objects: Objects, font: string): ReadonlyMap<number, string> {
  const table = objects.get(referenceIn(font, 'ToUnicode')) ?? ''
  const letters = new Map<number, string>()
  for (const [, first = '', , ranged = ''] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi))
    for (const [place, letter] of [...ranged.matchAll(/<([0-9a-f ]+)>/gi)].entries())
      letters.set(Number.parseInt(first, 16) + place, utf16(letter[1] ?? ''))
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', letter = ''] of block.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)>/gi))
      letters.set(Number.parseInt(glyph, 16), utf16(letter))
  return letters
}

function utf16(hex: string): string {
  const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? []
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
}
