import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  TabStopType,
  TableOfContents,
  TextRun,
  type FileChild,
} from 'docx'
import { readText } from '#contract/plan-sections.ts'
import { translate } from '#server/kernel/translate.ts'
import type { ShownBlock } from '../show-content.ts'
import { DOCX_INK, wordTable } from './docx-table.ts'
import { insteadOf, numbered, type Printed } from './printed.ts'

const BULLETS = 'bullets'
/** Twentieths of a point: where text ends at the right of A4 with these margins. */
const RIGHT_EDGE = 9638
const MARGIN = 1134

/** The plan as a Word document with a table of contents, headings, tables, headers and page numbers. */
export function toDocx(printed: Printed): Promise<Buffer> {
  const { content, standing, language } = printed
  return Packer.toBuffer(
    new Document({
      title: content.title,
      creator: content.organisation,
      description: standing,
      features: { updateFields: false },
      numbering: {
        config: [
          {
            reference: BULLETS,
            levels: [
              {
                level: 0,
                format: LevelFormat.BULLET,
                text: '•',
                alignment: AlignmentType.START,
                style: { paragraph: { indent: { left: 360, hanging: 260 } } },
              },
            ],
          },
        ],
      },
      styles: {
        default: {
          document: {
            run: { font: 'Calibri', size: 22, language: { value: language === 'tr' ? 'tr-TR' : 'en-GB' } },
            paragraph: { spacing: { after: 140, line: 276 } },
          },
          title: {
            run: { size: 64, bold: true, color: DOCX_INK.accent },
            paragraph: { spacing: { before: 2400, after: 300 } },
          },
          heading1: {
            run: { size: 36, bold: true, color: DOCX_INK.accent },
            paragraph: { spacing: { before: 480, after: 180 } },
          },
          heading2: {
            run: { size: 27, bold: true, color: DOCX_INK.text },
            paragraph: { spacing: { before: 260, after: 100 } },
          },
          heading3: {
            run: { size: 23, bold: true, color: DOCX_INK.text },
            paragraph: { spacing: { before: 200, after: 100 } },
          },
        },
      },
      sections: [
        {
          properties: {
            titlePage: true,
            page: { margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } },
          },
          headers: { default: new Header({ children: [edge(content.organisation, content.title)] }) },
          footers: {
            default: new Footer({
              children: [edge(standing, [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES])],
            }),
          },
          children: [...cover(printed), ...body(printed)],
        },
      ],
    }),
  )
}

function edge(left: string, right: string | string[]): Paragraph {
  const look = { size: 17, color: DOCX_INK.soft }
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: RIGHT_EDGE }],
    children: [
      new TextRun({ ...look, text: left }),
      new TextRun({ ...look, children: ['\t', ...(typeof right === 'string' ? [right] : right)] }),
    ],
  })
}

function cover({ content, standing, facts, language }: Printed): FileChild[] {
  return [
    new Paragraph({ children: [new TextRun({ text: content.organisation, bold: true, size: 26 })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: content.title }),
    new Paragraph({ children: [new TextRun({ text: standing, size: 28 })], spacing: { after: 900 } }),
    ...facts.map(
      ([label, value]) =>
        new Paragraph({
          children: [
            new TextRun({ text: `${label}: `, color: DOCX_INK.soft }),
            new TextRun({ text: value, ...(value.length > 50 ? { size: 16 } : {}) }),
          ],
        }),
    ),
    new Paragraph({ children: [new PageBreak()] }),
    new Paragraph({
      children: [new TextRun({ text: translate(language, 'document:print.contents'), bold: true, size: 36 })],
    }),
    new TableOfContents(translate(language, 'document:print.contents'), {
      hyperlink: true,
      headingStyleRange: '1-2',
      beginDirty: false,
    }),
    new Paragraph({ children: [new PageBreak()] }),
  ]
}

function body({ content, language }: Printed): FileChild[] {
  return numbered(content).flatMap((chapter) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: `${chapter.number}  ${chapter.title}`, keepNext: true }),
    ...chapter.sections.flatMap((section) => [
      ...(chapter.single
        ? []
        : [new Paragraph({ heading: HeadingLevel.HEADING_2, text: section.title, keepNext: true })]),
      ...textOf(section.text),
      ...section.blocks.flatMap((block) => blockOf(block, language)),
      ...(section.text.trim() === '' && section.blocks.length === 0
        ? [note(translate(language, 'document:print.unwritten'))]
        : []),
    ]),
  ])
}

function textOf(text: string): Paragraph[] {
  return readText(text).flatMap((part) =>
    part.kind === 'list'
      ? part.items.map((item) => new Paragraph({ text: item, numbering: { reference: BULLETS, level: 0 } }))
      : [
          new Paragraph({
            children: part.text
              .split('\n')
              .map((line, place) => new TextRun({ text: line, ...(place === 0 ? {} : { break: 1 }) })),
          }),
        ],
  )
}

function blockOf(block: ShownBlock, language: Printed['language']): FileChild[] {
  const instead = insteadOf(block, language)
  if (instead !== null) return [note(instead)]
  return block.parts.flatMap((part) => [
    ...(part.title === null
      ? []
      : [new Paragraph({ heading: HeadingLevel.HEADING_3, text: part.title, keepNext: true })]),
    ...wordTable(part),
    new Paragraph({ spacing: { after: 80 } }),
  ])
}

function note(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, italics: true, color: DOCX_INK.soft })] })
}
