import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import Pages from 'pdfkit'
import { curveOf, type Drawing, type WidthOf } from '../domain/map-drawing.ts'

const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter/package.json'))
/** The typeface of everything that is printed, with Turkish letters. */
export const FONTS = {
  regular: join(folder, '400Regular', 'Inter_400Regular.ttf'),
  bold: join(folder, '600SemiBold', 'Inter_600SemiBold.ttf'),
} as const
const MARGIN = 36

/** How wide texts are in the typeface of the document, which also has the Turkish letters. */
export function documentWidths(): WidthOf {
  const document = new Pages({ autoFirstPage: false, font: FONTS.regular })
  return (text, size, bold) =>
    document
      .font(bold ? FONTS.bold : FONTS.regular)
      .fontSize(size)
      .widthOfString(text)
}

/** The drawing as a PDF of one landscape A4 page, as large as it fits. */
export function toPdf({ width, height, title, shapes }: Drawing, at: Date): Promise<Buffer> {
  const document = new Pages({
    size: 'A4',
    layout: 'landscape',
    // Else it looks for a typeface of its own, which is not there once the server is built.
    font: FONTS.regular,
    margin: 0,
    info: { Title: title, CreationDate: at },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  const { width: pageWidth, height: pageHeight } = document.page
  const scale = Math.min((pageWidth - 2 * MARGIN) / width, (pageHeight - 2 * MARGIN) / height)
  document.translate(MARGIN, MARGIN).scale(scale)
  for (const shape of shapes) {
    if (shape.kind === 'box') {
      document.roundedRect(shape.x, shape.y, shape.width, shape.height, shape.round).lineWidth(1)
      if (shape.line === null) document.fill(shape.fill)
      else document.fillAndStroke(shape.fill, shape.line)
    } else if (shape.kind === 'text') {
      document
        .font(shape.bold ? FONTS.bold : FONTS.regular)
        .fontSize(shape.size)
        .fillColor(shape.colour)
      document.text(shape.text, shape.x, shape.y, { baseline: 'alphabetic', lineBreak: false })
    } else {
      const { first, second, end } = curveOf(shape)
      document.moveTo(shape.from.x, shape.from.y).bezierCurveTo(first.x, first.y, second.x, second.y, end.x, end.y)
      document.lineWidth(1.5).stroke('#74748a')
      document.polygon([end.x - 4, end.y + 2], [end.x + 4, end.y + 2], [end.x, end.y - 6]).fill('#74748a')
    }
  }
  document.end()
  return done
}
