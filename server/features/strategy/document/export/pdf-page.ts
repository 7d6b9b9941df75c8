import Pages from 'pdfkit'
import { FONTS } from '../../scorecard/map-pdf.ts'
import type { Printed } from './printed.ts'

export type Sheet = InstanceType<typeof Pages>

/** Points: A4 with room for what stands above and below the text. */
export const PAGE = { side: 60, top: 88, bottom: 76 } as const
export const INK = { text: '#1a1a22', soft: '#5b5b6b', line: '#d9d9e2', accent: '#4c3dc8', wash: '#f4f3fb' } as const
export const TONES = { good: '#2c9a63', warn: '#c67c06', bad: '#d5443b', plain: '#5747d6' } as const

export interface Style {
  readonly size: number
  readonly bold?: boolean
  readonly colour?: string
}

/** Opens a document whose pages stay open until its end, because the first of them name the others. */
export function openSheet({ content, language, at }: Printed): Sheet {
  return new Pages({
    size: 'A4',
    // Else it looks for a typeface of its own, which is not there once the server is built.
    font: FONTS.regular,
    margins: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.side, right: PAGE.side },
    bufferPages: true,
    pdfVersion: '1.7',
    lang: language === 'tr' ? 'tr-TR' : 'en-GB',
    displayTitle: true,
    info: { Title: content.title, Author: content.organisation, CreationDate: at },
  })
}

/** Sets the typeface for what follows. */
export function inStyle(sheet: Sheet, { size, bold = false, colour = INK.text }: Style): Sheet {
  return sheet
    .font(bold ? FONTS.bold : FONTS.regular)
    .fontSize(size)
    .fillColor(colour)
}

/** How wide the text may be. */
export function widthOf(sheet: Sheet): number {
  return sheet.page.width - 2 * PAGE.side
}

/** The lowest place at which text may stand. */
export function endOf(sheet: Sheet): number {
  return sheet.page.height - PAGE.bottom
}

/** Goes on at the next page where there is less room than this. */
export function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > endOf(sheet) && sheet.y > PAGE.top) sheet.addPage()
}

/** The whole document, once it has ended. */
export function collect(sheet: Sheet): Promise<Buffer> {
  const chunks: Buffer[] = []
  sheet.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    sheet.on('end', () => resolve(Buffer.concat(chunks)))
    sheet.on('error', reject)
  })
}
