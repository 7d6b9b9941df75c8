import { translate } from '#server/kernel/translate.ts'
import { INK, inStyle, PAGE, widthOf, type Sheet } from './pdf-page.ts'
import type { Printed } from './printed.ts'

export interface Entry {
  readonly title: string
  readonly level: 1 | 2
  /** Counted from 1, the cover included. */
  readonly page: number
  /** Where the entry leads. */
  readonly place: string
}

/** The first page: whose plan it is, in which version, and who stands behind it. */
export function drawCover(sheet: Sheet, { content, standing, facts }: Printed): void {
  const { width, height } = sheet.page
  sheet.rect(0, 0, width, height * 0.46).fill(INK.accent)
  const left = PAGE.side
  const wide = width - 2 * PAGE.side
  inStyle(sheet, { size: 12, bold: true, colour: '#ffffff' }).text(content.organisation, left, 92, { width: wide })
  const size = content.title.length > 90 ? 24 : content.title.length > 45 ? 30 : 36
  inStyle(sheet, { size, bold: true, colour: '#ffffff' }).text(content.title, left, 124, {
    width: wide,
    height: height * 0.46 - 200,
    ellipsis: true,
    lineGap: 4,
  })
  inStyle(sheet, { size: 12, colour: '#ffffff' }).text(standing, left, height * 0.46 - 48, { width: wide })
  sheet.y = height * 0.46 + 44
  for (const [label, value] of facts) {
    const top = sheet.y
    inStyle(sheet, { size: 8.5, bold: true, colour: INK.soft }).text(label, left, top + 1.5, { width: 130 })
    inStyle(sheet, { size: value.length > 50 ? 8 : 10.5 }).text(value, left + 146, top, { width: wide - 146 })
    sheet.y = Math.max(sheet.y, top + 20) + 6
  }
}

/** The second page: what stands where, each line a way there. */
export function drawContents(sheet: Sheet, entries: readonly Entry[], { language }: Printed): void {
  inStyle(sheet, { size: 22, bold: true }).text(translate(language, 'document:print.contents'), PAGE.side, PAGE.top)
  sheet.y += 16
  for (const [place, entry] of entries.entries()) {
    if (entry.level === 1 && entries[place - 1]?.level === 2) sheet.y += 6
    drawEntry(sheet, entry)
  }
}

function drawEntry(sheet: Sheet, { title, level, page, place }: Entry): void {
  const top = sheet.y
  const left = PAGE.side + (level === 1 ? 0 : 22)
  const right = PAGE.side + widthOf(sheet)
  const style = level === 1 ? { size: 11, bold: true } : { size: 10, colour: INK.soft }
  const number = String(page)
  const numberWidth = inStyle(sheet, style).widthOfString(number)
  const titleWidth = Math.min(inStyle(sheet, style).widthOfString(title), right - left - numberWidth - 30)
  sheet.text(title, left, top, { width: titleWidth + 1, height: 16, ellipsis: true })
  sheet.text(number, right - numberWidth - 1, top, { width: numberWidth + 2, lineBreak: false })
  sheet
    .moveTo(left + titleWidth + 8, top + 10)
    .lineTo(right - numberWidth - 8, top + 10)
    .lineWidth(0.75)
    .dash(1, { space: 3 })
    .stroke(INK.line)
    .undash()
  const height = level === 1 ? 27 : 21
  sheet.goTo(left, top - 3, right - left, height - 4, place)
  sheet.x = PAGE.side
  sheet.y = top + height
}

/** What stands above and below the text of every page but the cover. */
export function drawEdges(sheet: Sheet, { content, standing, language }: Printed): void {
  const { start, count } = sheet.bufferedPageRange()
  for (let page = start + 1; page < start + count; page += 1) {
    sheet.switchToPage(page)
    const { width, height, margins } = sheet.page
    // Outside of the margins, where text would else begin another page.
    const kept = { ...margins }
    sheet.page.margins = { top: 0, bottom: 0, left: 0, right: 0 }
    const wide = width - 2 * PAGE.side
    const small = { size: 8, colour: INK.soft }
    const line = { height: 11, ellipsis: true } as const
    inStyle(sheet, small).text(content.organisation, PAGE.side, 42, { width: wide * 0.4, ...line })
    inStyle(sheet, small).text(content.title, PAGE.side + wide * 0.42, 42, {
      width: wide * 0.58,
      align: 'right',
      ...line,
    })
    sheet
      .moveTo(PAGE.side, 58)
      .lineTo(width - PAGE.side, 58)
      .lineWidth(0.5)
      .stroke(INK.line)
    const foot = height - 46
    inStyle(sheet, small).text(standing, PAGE.side, foot, { width: wide * 0.6, ...line })
    const number = translate(language, 'document:print.page', { page: page - start + 1, pages: count })
    inStyle(sheet, small).text(number, PAGE.side + wide * 0.6, foot, { width: wide * 0.4, align: 'right', ...line })
    sheet.page.margins = kept
  }
}
