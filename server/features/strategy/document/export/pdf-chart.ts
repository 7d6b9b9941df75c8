import type { ShownPart } from '../show-content.ts'
import { INK, inStyle, makeRoom, PAGE, TONES, widthOf, type Sheet } from './pdf-page.ts'

const NAME_WIDTH = 170
const SHARE_WIDTH = 60
const ROW = 22
const BAR = 9

/** The bars of a table, as lines and boxes: how far each record is, and a tick where it should be. */
export function drawChart(sheet: Sheet, { chart, rows }: ShownPart): void {
  const drawn = rows.filter((row) => row.bar !== null)
  if (chart === null || drawn.length === 0) return
  makeRoom(sheet, 30 + ROW * Math.min(3, drawn.length))
  inStyle(sheet, { size: 8, bold: true, colour: INK.soft }).text(chart, PAGE.side, sheet.y, { width: widthOf(sheet) })
  sheet.y += 4
  const left = PAGE.side + NAME_WIDTH + 10
  const width = widthOf(sheet) - NAME_WIDTH - SHARE_WIDTH - 20
  for (const { cells, bar } of drawn) {
    if (bar === null) continue
    makeRoom(sheet, ROW)
    const top = sheet.y
    const middle = top + ROW / 2
    inStyle(sheet, { size: 8 }).text(cells[0] ?? '', PAGE.side, middle - 5, {
      width: NAME_WIDTH,
      height: 11,
      ellipsis: true,
      lineBreak: true,
    })
    sheet.roundedRect(left, middle - BAR / 2, width, BAR, 2).fill('#ececf2')
    if (bar.share > 0)
      sheet.roundedRect(left, middle - BAR / 2, Math.max(2, width * bar.share), BAR, 2).fill(TONES[bar.tone])
    if (bar.mark !== null) {
      const at = left + width * bar.mark
      sheet
        .moveTo(at, middle - BAR / 2 - 3)
        .lineTo(at, middle + BAR / 2 + 3)
        .lineWidth(1.5)
        .stroke(INK.text)
    }
    inStyle(sheet, { size: 8, bold: true }).text(bar.label, left + width + 10, middle - 5, {
      width: SHARE_WIDTH,
      align: 'right',
      lineBreak: false,
    })
    sheet.x = PAGE.side
    sheet.y = top + ROW
  }
  sheet.x = PAGE.side
  sheet.y += 12
}
