import type { ShownPart } from '../show-content.ts'
import { endOf, INK, inStyle, makeRoom, PAGE, widthOf, type Sheet, type Style } from './pdf-page.ts'

const GAP = 8
const PAD = 5
const HEAD: Style = { size: 7.5, bold: true, colour: INK.soft }
const CELL: Style = { size: 8.5 }
const NAME: Style = { size: 8.5, bold: true }
/** No row is higher: a text without an end must not keep the table from its next page. */
const MOST_HEIGHT = 480

/** Columns as wide as what stands in them asks for, as far as there is room. The head is repeated on every page. */
export function drawTable(sheet: Sheet, { columns, rows }: ShownPart): void {
  if (columns.length === 0) {
    for (const { cells } of rows) drawFact(sheet, cells[0] ?? '', cells[1] ?? '')
    return
  }
  const heads = columns.map(({ title }) => title)
  const widths = columnWidths(
    sheet,
    heads,
    rows.map(({ cells }) => cells),
  )
  const aligns = columns.map(({ align }) => (align === 'end' ? ('right' as const) : ('left' as const)))
  const drawHead = () => {
    const height = rowHeight(sheet, heads, widths, () => HEAD)
    drawCells(sheet, heads, { widths, aligns, height, styleOf: () => HEAD })
    rule(sheet, INK.soft, 0.75)
  }
  const first = rowHeight(sheet, rows[0]?.cells ?? [], widths, styleOf)
  makeRoom(sheet, rowHeight(sheet, heads, widths, () => HEAD) + first)
  drawHead()
  for (const { cells } of rows) {
    const height = rowHeight(sheet, cells, widths, styleOf)
    if (sheet.y + height > endOf(sheet)) {
      sheet.addPage()
      drawHead()
    }
    drawCells(sheet, cells, { widths, aligns, height, styleOf })
    rule(sheet, INK.line, 0.5)
  }
  sheet.y += 14
}

const styleOf = (place: number): Style => (place === 0 ? NAME : CELL)

/** A name and what stands behind it, such as the vision. */
function drawFact(sheet: Sheet, name: string, said: string): void {
  const left = PAGE.side + 14
  const width = widthOf(sheet) - 28
  const height = Math.min(inStyle(sheet, { size: 11 }).heightOfString(said, { width, lineGap: 3 }), MOST_HEIGHT)
  makeRoom(sheet, height + 40)
  const top = sheet.y
  sheet.rect(PAGE.side, top, widthOf(sheet), height + 34).fill(INK.wash)
  sheet.rect(PAGE.side, top, 3, height + 34).fill(INK.accent)
  inStyle(sheet, { size: 8, bold: true, colour: INK.accent }).text(name, left, top + 9, { width })
  inStyle(sheet, { size: 11 }).text(said, left, top + 23, { width, lineGap: 3, height, ellipsis: true })
  sheet.x = PAGE.side
  sheet.y = top + height + 44
}

interface Drawn {
  readonly widths: readonly number[]
  readonly aligns: readonly ('left' | 'right')[]
  readonly height: number
  readonly styleOf: (place: number) => Style
}

function drawCells(sheet: Sheet, cells: readonly string[], { widths, aligns, height, styleOf: style }: Drawn): void {
  const top = sheet.y
  let left = PAGE.side
  for (const [place, width] of widths.entries()) {
    inStyle(sheet, style(place)).text(cells[place] ?? '', left, top + PAD, {
      width,
      align: aligns[place] ?? 'left',
      height: height - 2 * PAD + 1,
      ellipsis: true,
    })
    left += width + GAP
  }
  sheet.x = PAGE.side
  sheet.y = top + height
}

function rule(sheet: Sheet, colour: string, width: number): void {
  sheet
    .moveTo(PAGE.side, sheet.y)
    .lineTo(PAGE.side + widthOf(sheet), sheet.y)
    .lineWidth(width)
    .stroke(colour)
}

function rowHeight(
  sheet: Sheet,
  cells: readonly string[],
  widths: readonly number[],
  style: (place: number) => Style,
): number {
  const heights = widths.map((width, place) =>
    inStyle(sheet, style(place)).heightOfString(cells[place] ?? '', { width }),
  )
  return Math.min(Math.max(...heights), MOST_HEIGHT) + 2 * PAD
}

/** Every column gets room for its longest word; what is left is shared by how much more each would take. */
function columnWidths(sheet: Sheet, heads: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const room = widthOf(sheet) - GAP * (heads.length - 1)
  const wide = (texts: readonly string[], style: Style) =>
    Math.max(0, ...texts.map((text) => inStyle(sheet, style).widthOfString(text)))
  const needs = heads.map((head, place) => {
    const cells = rows.map((cells) => cells[place] ?? '')
    const words = (text: string) => text.split(/[ \n]+/)
    return {
      least: Math.max(wide(words(head), HEAD), Math.min(110, wide(cells.flatMap(words), styleOf(place)))) + 1,
      most:
        Math.max(
          wide([head], HEAD),
          wide(
            cells.flatMap((text) => text.split('\n')),
            styleOf(place),
          ),
        ) + 1,
    }
  })
  const least = needs.reduce((sum, need) => sum + need.least, 0)
  if (least >= room) return needs.map((need) => (need.least / least) * room)
  const more = needs.reduce((sum, need) => sum + need.most - need.least, 0)
  const spread = more === 0 ? 0 : Math.min(1, (room - least) / more)
  const widths = needs.map((need) => need.least + (need.most - need.least) * spread)
  const spare = room - widths.reduce((sum, width) => sum + width, 0)
  // What nobody asks for goes to the names.
  return widths.map((width, place) => (place === 0 ? width + spare : width))
}
