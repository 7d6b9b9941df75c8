import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx'
import type { ShownPart } from '../show-content.ts'

export const DOCX_INK = { text: '1A1A22', soft: '5B5B6B', accent: '4C3DC8', line: 'D9D9E2', wash: 'F4F3FB' } as const
const TONES = { good: '2C9A63', warn: 'C67C06', bad: 'D5443B', plain: '5747D6' } as const
const BAR_SIGNS = 10

type Bar = NonNullable<ShownPart['rows'][number]['bar']>

/** A table whose head is repeated on every page; bars stand in a column of their own. Facts are paragraphs. */
export function wordTable({ columns, rows, chart }: ShownPart): FileChild[] {
  if (columns.length === 0)
    return rows.map(
      ({ cells }) =>
        new Paragraph({
          shading: { type: ShadingType.CLEAR, fill: DOCX_INK.wash },
          children: [
            new TextRun({ text: `${cells[0] ?? ''}: `, bold: true, color: DOCX_INK.accent }),
            ...runs(cells[1] ?? '', {}),
          ],
        }),
    )
  const heads = [...columns, ...(chart === null ? [] : [{ title: chart, align: 'start' as const }])]
  const line = { style: BorderStyle.SINGLE, size: 4, color: DOCX_INK.line }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: { top: none, left: none, right: none, insideVertical: none, bottom: line, insideHorizontal: line },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: heads.map(({ title, align }) =>
            cell(runs(title, { bold: true, color: DOCX_INK.soft }), align, DOCX_INK.wash),
          ),
        }),
        ...rows.map(
          ({ cells, bar }) =>
            new TableRow({
              cantSplit: true,
              children: [
                ...columns.map(({ align }, place) => cell(runs(cells[place] ?? '', { bold: place === 0 }), align)),
                ...(chart === null ? [] : [cell(bar === null ? runs('–', {}) : barRuns(bar), 'start')]),
              ],
            }),
        ),
      ],
    }),
  ]
}

function cell(children: TextRun[], align: 'start' | 'end', fill?: string): TableCell {
  return new TableCell({
    margins: { top: 50, bottom: 50, left: 60, right: 60 },
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill } }),
    children: [
      new Paragraph({
        alignment: align === 'end' ? AlignmentType.END : AlignmentType.START,
        spacing: { after: 0, line: 240 },
        children,
      }),
    ],
  })
}

function runs(text: string, look: { readonly bold?: boolean; readonly color?: string }): TextRun[] {
  return text
    .split('\n')
    .map((line, place) => new TextRun({ size: 18, ...look, text: line, ...(place === 0 ? {} : { break: 1 }) }))
}

function barRuns({ share, tone, label }: Bar): TextRun[] {
  const full = Math.round(share * BAR_SIGNS)
  return [
    new TextRun({ size: 14, color: TONES[tone], text: '█'.repeat(full) }),
    new TextRun({ size: 14, color: DOCX_INK.line, text: '█'.repeat(BAR_SIGNS - full) }),
    new TextRun({ size: 18, text: ` ${label}` }),
  ]
}
