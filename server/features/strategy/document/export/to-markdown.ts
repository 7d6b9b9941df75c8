import { readText } from '#contract/plan-sections.ts'
import { translate } from '#server/kernel/translate.ts'
import type { ShownBlock, ShownPart } from '../show-content.ts'
import { insteadOf, numbered, type Printed } from './printed.ts'

const BAR_SIGNS = 10

/** The plan as Markdown with tables. */
export function toMarkdown(printed: Printed): string {
  const { content, standing, facts, language } = printed
  const lines = [
    `# ${escape(content.title)}`,
    `**${escape(content.organisation)}** · ${escape(standing)}`,
    facts.map(([label, value]) => `- ${escape(label)}: ${escape(value)}`).join('\n'),
    ...numbered(content).flatMap((chapter) => [
      `## ${chapter.number}. ${escape(chapter.title)}`,
      ...chapter.sections.flatMap((section) => [
        ...(chapter.single ? [] : [`### ${escape(section.title)}`]),
        ...textLines(section.text),
        ...section.blocks.flatMap((block) => blockLines(block, printed)),
        ...(section.text.trim() === '' && section.blocks.length === 0
          ? [`*${translate(language, 'document:print.unwritten')}*`]
          : []),
      ]),
    ]),
  ]
  return `${lines.join('\n\n')}\n`
}

function textLines(text: string): string[] {
  return readText(text).map((part) =>
    part.kind === 'list'
      ? part.items.map((item) => `- ${escape(item)}`).join('\n')
      : part.text.split('\n').map(escape).join('  \n'),
  )
}

function blockLines(block: ShownBlock, { language }: Printed): string[] {
  const instead = insteadOf(block, language)
  if (instead !== null) return [`*${escape(instead)}*`]
  return block.parts.flatMap((part) => [...(part.title === null ? [] : [`**${escape(part.title)}**`]), tableOf(part)])
}

function tableOf({ columns, rows, chart }: ShownPart): string {
  if (columns.length === 0) return rows.map(({ cells }) => `- **${cell(cells[0])}**: ${cell(cells[1])}`).join('\n')
  const heads = [...columns, ...(chart === null ? [] : [{ title: chart, align: 'start' as const }])]
  return [
    line(heads.map(({ title }) => cell(title))),
    line(heads.map(({ align }) => (align === 'end' ? '--:' : '---'))),
    ...rows.map(({ cells, bar }) =>
      line([
        ...cells.map(cell),
        ...(chart === null ? [] : [bar === null ? '–' : `${signs(bar.share)} ${cell(bar.label)}`]),
      ]),
    ),
  ].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cell(text = ''): string {
  return escape(text).replaceAll('\n', '<br>')
}

/** What would be read as Markdown or as HTML is shown as it was written. */
function escape(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|#]/g, (sign) => `\\${sign}`)
}

function signs(share: number): string {
  const full = Math.round(share * BAR_SIGNS)
  return '█'.repeat(full) + '░'.repeat(BAR_SIGNS - full)
}
