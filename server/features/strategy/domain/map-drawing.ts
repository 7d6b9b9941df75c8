import { layMap, MAP, NODE, type BandName } from '#contract/map-layout.ts'
import type { Light } from './lights.ts'

/** What is drawn: plain shapes, from which a picture and a page are made. Text stays text. */
export type Shape =
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: string
      readonly line: string | null
      readonly round: number
    }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly bold: boolean
      readonly colour: string
    }
  | { readonly kind: 'arrow'; readonly from: Point; readonly to: Point }

interface Point {
  readonly x: number
  readonly y: number
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly shapes: readonly Shape[]
}

export interface DrawnCard {
  readonly title: string
  readonly note: string
  readonly items: readonly {
    readonly id: string
    readonly title: string
    readonly perspective: BandName
    readonly place: Point | null
    readonly light: Light
  }[]
  readonly causes: readonly { readonly causeId: string; readonly effectId: string }[]
  /** Names of the bands and what they ask. */
  readonly bands: Readonly<Record<BandName, { readonly name: string; readonly asks: string }>>
  readonly lights: Readonly<Record<Light, string>>
}

/** How wide a text is in a size, so that titles break where they must. */
export type WidthOf = (text: string, size: number, bold: boolean) => number

const COLOUR: Readonly<Record<Light, string>> = { green: '#2c9a63', amber: '#c67c06', red: '#d5443b', grey: '#9a9aab' }
const WORD: Readonly<Record<Light, string>> = { green: '#17683f', amber: '#7d4a00', red: '#ad241c', grey: '#656574' }
const HEAD = 56

/** Draws a scorecard's strategy map as it is laid out in the browser. */
export function drawMap(card: DrawnCard, widthOf: WidthOf): Drawing {
  const layout = layMap(card.items)
  const shapes: Shape[] = [
    {
      kind: 'box',
      x: 0,
      y: 0,
      width: layout.width,
      height: layout.height + HEAD,
      fill: '#ffffff',
      line: null,
      round: 0,
    },
    text({ x: 0, y: 22 }, card.title, { size: 18, bold: true }),
    text({ x: 0, y: 42 }, card.note, { size: 11, colour: '#656574' }),
  ]
  for (const [place, { perspective, y, height }] of layout.bands.entries()) {
    const { name, asks } = card.bands[perspective]
    const top = y + HEAD
    shapes.push({
      kind: 'box',
      x: 0,
      y: top,
      width: layout.width,
      height,
      fill: place % 2 === 0 ? '#fafafc' : '#ffffff',
      line: '#e3e3ea',
      round: 0,
    })
    const lines = breakLines(name, { size: 13, bold: true, most: MAP.label - 28, lines: 2 }, widthOf)
    shapes.push(...lines.map((line, row) => text({ x: 14, y: top + 28 + row * 17 }, line, { size: 13, bold: true })))
    shapes.push(
      ...breakLines(asks, { size: 11, bold: false, most: MAP.label - 28, lines: 2 }, widthOf).map((line, row) =>
        text({ x: 14, y: top + 28 + lines.length * 17 + row * 15 }, line, { size: 11, colour: '#656574' }),
      ),
    )
  }
  for (const { causeId, effectId } of card.causes) {
    const [cause, effect] = [layout.places.get(causeId), layout.places.get(effectId)]
    if (cause === undefined || effect === undefined) continue
    shapes.push({
      kind: 'arrow',
      from: { x: cause.x + NODE.width / 2, y: cause.y + HEAD },
      to: { x: effect.x + NODE.width / 2, y: effect.y + HEAD + NODE.height },
    })
  }
  for (const item of card.items) {
    const at = layout.places.get(item.id)
    if (at !== undefined) shapes.push(...node(item, { x: at.x, y: at.y + HEAD }, card.lights[item.light], widthOf))
  }
  return { width: layout.width, height: layout.height + HEAD, title: card.title, shapes }
}

function node(item: DrawnCard['items'][number], { x, y }: Point, light: string, widthOf: WidthOf): Shape[] {
  const lines = breakLines(item.title, { size: 13, bold: true, most: NODE.width - 28, lines: 2 }, widthOf)
  return [
    { kind: 'box', x, y, width: NODE.width, height: NODE.height, fill: '#ffffff', line: '#c9c9d4', round: 8 },
    { kind: 'box', x, y, width: 4, height: NODE.height, fill: COLOUR[item.light], line: null, round: 2 },
    ...lines.map((line, row) => text({ x: x + 14, y: y + 24 + row * 18 }, line, { size: 13, bold: true })),
    text({ x: x + 14, y: y + NODE.height - 12 }, light, { size: 11, colour: WORD[item.light] }),
  ]
}

function text({ x, y }: Point, words: string, look: { size: number; bold?: boolean; colour?: string }): Shape {
  return {
    kind: 'text',
    x,
    y,
    text: words,
    size: look.size,
    bold: look.bold ?? false,
    colour: look.colour ?? '#1a1a22',
  }
}

interface Column {
  readonly size: number
  readonly bold: boolean
  readonly most: number
  readonly lines: number
}

/** Breaks a text between words into at most so many lines; what does not fit ends in an ellipsis. */
export function breakLines(words: string, { size, bold, most, lines }: Column, widthOf: WidthOf): readonly string[] {
  const broken: string[] = []
  for (const word of words.split(' ')) {
    const longer = broken.length === 0 ? word : `${broken.at(-1)} ${word}`
    if (broken.length > 0 && widthOf(longer, size, bold) <= most) broken[broken.length - 1] = longer
    else broken.push(word)
  }
  const shown = broken.slice(0, lines)
  return shown.map((line, row) => {
    const cut = row === lines - 1 && broken.length > lines
    let fitting = cut ? `${line}…` : line
    while (widthOf(fitting, size, bold) > most && fitting.length > 2)
      fitting = `${fitting.replace(/…$/u, '').slice(0, -1)}…`
    return fitting
  })
}

const round = (value: number) => Math.round(value * 10) / 10

/** The curve of an arrow: straight out of the cause, straight into the effect. */
export function curveOf({ from, to }: Shape & { kind: 'arrow' }): {
  readonly first: Point
  readonly second: Point
  readonly end: Point
} {
  const end = { x: to.x, y: to.y + 6 }
  const middle = (from.y + end.y) / 2
  return { first: { x: from.x, y: middle }, second: { x: to.x, y: middle }, end }
}

/** The drawing as an SVG document whose words can be searched, copied and read out. */
export function toSvg({ width, height, title, shapes }: Drawing): string {
  const parts = shapes.map((shape) => {
    if (shape.kind === 'box') {
      const line = shape.line === null ? '' : ` stroke="${shape.line}"`
      return `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" rx="${shape.round}" fill="${shape.fill}"${line}/>`
    }
    if (shape.kind === 'text')
      return `<text x="${round(shape.x)}" y="${round(shape.y)}" font-size="${shape.size}"${shape.bold ? ' font-weight="600"' : ''} fill="${shape.colour}">${escapeXml(shape.text)}</text>`
    const { first, second, end } = curveOf(shape)
    return `<path d="M${round(shape.from.x)} ${round(shape.from.y)}C${round(first.x)} ${round(first.y)} ${round(second.x)} ${round(second.y)} ${round(end.x)} ${round(end.y)}" fill="none" stroke="#74748a" stroke-width="1.5" marker-end="url(#tip)"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="-16 0 ${round(width + 32)} ${round(height + 16)}" font-family="Inter, Helvetica, Arial, sans-serif" role="img"><title>${escapeXml(title)}</title><defs><marker id="tip" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#74748a"/></marker></defs>${parts.join('')}</svg>`
}

function escapeXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
