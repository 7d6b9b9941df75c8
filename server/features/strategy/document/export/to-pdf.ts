import { readText } from '#contract/plan-sections.ts'
import { translate } from '#server/kernel/translate.ts'
import type { ShownBlock, ShownContent } from '../show-content.ts'
import { drawChart } from './pdf-chart.ts'
import { drawContents, drawCover, drawEdges, type Entry } from './pdf-cover.ts'
import { collect, INK, inStyle, makeRoom, openSheet, PAGE, widthOf, type Sheet } from './pdf-page.ts'
import { drawTable } from './pdf-table.ts'
import { insteadOf, numbered, type Printed } from './printed.ts'

type ShownSection = ShownContent['chapters'][number]['sections'][number]

/** The plan as a PDF: cover, contents with page numbers, chapters with tables and charts, headers and page numbers. */
export function toPdf(printed: Printed): Promise<Buffer> {
  const sheet = openSheet(printed)
  const done = collect(sheet)
  drawCover(sheet, printed)
  sheet.addPage()
  const contents = sheet.bufferedPageRange().count - 1
  sheet.addPage()
  const entries = drawChapters(sheet, printed)
  sheet.switchToPage(contents)
  drawContents(sheet, entries, printed)
  drawEdges(sheet, printed)
  sheet.flushPages()
  sheet.end()
  return done
}

function drawChapters(sheet: Sheet, printed: Printed): Entry[] {
  const entries: Entry[] = []
  for (const chapter of numbered(printed.content)) {
    const title = `${chapter.number}  ${chapter.title}`
    makeRoom(sheet, 150)
    if (sheet.y > PAGE.top) sheet.y += 22
    entries.push(mark(sheet, { title, level: 1, place: chapter.key }))
    const item = sheet.outline.addItem(title)
    inStyle(sheet, { size: 20, bold: true, colour: INK.accent }).text(title, PAGE.side, sheet.y, {
      width: widthOf(sheet),
    })
    sheet.y += 10
    for (const section of chapter.sections) {
      if (!chapter.single) {
        makeRoom(sheet, 80)
        sheet.y += 4
        entries.push(mark(sheet, { title: section.title, level: 2, place: `section-${section.key}` }))
        item.addItem(section.title)
        inStyle(sheet, { size: 13, bold: true }).text(section.title, PAGE.side, sheet.y, { width: widthOf(sheet) })
        sheet.y += 5
      }
      drawSection(sheet, section, printed)
    }
  }
  return entries
}

/** Remembers where a heading stands, for the contents and for whoever follows them. */
function mark(sheet: Sheet, { title, level, place }: Omit<Entry, 'page'>): Entry {
  sheet.addNamedDestination(place, 'XYZ', PAGE.side, sheet.y - 12, null)
  const { start, count } = sheet.bufferedPageRange()
  return { title, level, place, page: start + count }
}

function drawSection(sheet: Sheet, section: ShownSection, printed: Printed): void {
  drawText(sheet, section.text)
  for (const block of section.blocks) drawBlock(sheet, block, printed)
  if (section.text.trim() === '' && section.blocks.length === 0)
    drawNote(sheet, translate(printed.language, 'document:print.unwritten'))
}

const BODY = { size: 10.5 } as const
const LINE_GAP = 3.5

function drawText(sheet: Sheet, text: string): void {
  for (const part of readText(text)) {
    const width = widthOf(sheet)
    if (part.kind === 'paragraph') {
      makeRoom(sheet, 34)
      inStyle(sheet, BODY).text(part.text, PAGE.side, sheet.y, { width, lineGap: LINE_GAP })
    } else
      for (const item of part.items) {
        const height = inStyle(sheet, BODY).heightOfString(item, { width: width - 18, lineGap: LINE_GAP })
        makeRoom(sheet, Math.min(height, 60))
        sheet.circle(PAGE.side + 6, sheet.y + 6.5, 1.8).fill(INK.accent)
        inStyle(sheet, BODY).text(item, PAGE.side + 18, sheet.y, { width: width - 18, lineGap: LINE_GAP })
        sheet.y += 2
      }
    sheet.x = PAGE.side
    sheet.y += 9
  }
}

function drawBlock(sheet: Sheet, block: ShownBlock, printed: Printed): void {
  const instead = insteadOf(block, printed.language)
  if (instead !== null) return drawNote(sheet, instead)
  for (const part of block.parts) {
    if (part.title !== null) {
      makeRoom(sheet, 90)
      sheet.y += 4
      inStyle(sheet, { size: 11, bold: true }).text(part.title, PAGE.side, sheet.y, { width: widthOf(sheet) })
      sheet.y += 5
    }
    drawChart(sheet, part)
    drawTable(sheet, part)
  }
}

function drawNote(sheet: Sheet, note: string): void {
  makeRoom(sheet, 24)
  inStyle(sheet, { size: 9.5, colour: INK.soft }).text(note, PAGE.side, sheet.y, { width: widthOf(sheet) })
  sheet.y += 10
}
