/** How letters are made alike before they are compared. One way for each family of languages. */
export const FOLDINGS = ['turkish', 'german', 'latin', 'arabic', 'plain'] as const
export type Folding = (typeof FOLDINGS)[number]

const FOLDING_OF: Readonly<Record<string, Folding>> = {
  tr: 'turkish',
  az: 'turkish',
  de: 'german',
  en: 'latin',
  fr: 'latin',
  pt: 'latin',
  es: 'latin',
  it: 'latin',
  nl: 'latin',
  ar: 'arabic',
  fa: 'arabic',
  ur: 'arabic',
}

/** The folding of a language tag such as `de` or `de-AT`. */
export function foldingOf(language: string): Folding {
  return FOLDING_OF[primaryOf(language)] ?? 'plain'
}

/** `de` of `de-AT`. */
export function primaryOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? ''
}

/** A text made alike, with the way back: where in the original each UTF-16 unit of it came from. */
export interface Folded {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Soft hyphens, joiners of width zero, the Arabic stretch and marks of emoji: seen by nobody, so they hide no word. */
const UNSEEN = /^(?:\u00ad|\u034f|\u0640|[\u200b-\u200f]|\u2060|[\ufe00-\ufe0f])+$/u
const GAP = /^[\s_\-\u2010-\u2015]$/u
const MARK = /^\p{M}$/u
const APOSTROPHES = /[\u2018\u2019\u02bc\u02b9\uff07`\u00b4]/gu

/** Folds a text: case, accents as the language takes them, dashes and spaces to one space, what is unseen to nothing. */
export function fold(text: string, folding: Folding): Folded {
  const starts: number[] = []
  const ends: number[] = []
  let folded = ''
  const put = (piece: string, start: number, end: number) => {
    folded += piece
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start)
      ends.push(end)
    }
  }
  let at = 0
  while (at < text.length) {
    const start = at
    at = clusterEnd(text, at)
    const cluster = text.slice(start, at)
    if (GAP.test(cluster)) {
      if (folded.endsWith(' ')) ends[ends.length - 1] = at
      else put(' ', start, at)
    } else if (!UNSEEN.test(cluster)) put(foldCluster(cluster, folding), start, at)
  }
  return { text: folded, starts, ends }
}

/** The end of one character with the marks that belong to it. */
function clusterEnd(text: string, start: number): number {
  const first = text.codePointAt(start) ?? 0
  let at = start + (first > 0xffff ? 2 : 1)
  // Plain letters seldom carry marks: one look tells.
  while (at < text.length && text.charCodeAt(at) >= 0x300) {
    const next = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (!MARK.test(next)) break
    at += next.length
  }
  return at
}

function foldCluster(cluster: string, folding: Folding): string {
  if (cluster.length === 1 && cluster.charCodeAt(0) < 0x80)
    return folding === 'turkish' && cluster === 'I' ? 'ı' : cluster === '`' ? "'" : cluster.toLowerCase()
  const whole = cluster
    .normalize('NFKC')
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(/[\ufe00-\ufe0f]/gu, '')
  const lower = (folding === 'turkish' ? whole.toLocaleLowerCase('tr') : whole.toLowerCase()).replaceAll('\u0307', '')
  return DETAIL[folding](lower)
}

const DETAIL: Readonly<Record<Folding, (lower: string) => string>> = {
  turkish: (lower) => lower.replaceAll('â', 'a').replaceAll('î', 'i').replaceAll('û', 'u'),
  german: (lower) => lower.replaceAll('ß', 'ss'),
  latin: (lower) =>
    lower.replaceAll('ß', 'ss').replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replaceAll(/\p{M}/gu, ''),
  arabic: (lower) =>
    lower
      .replaceAll(/[أإآٱ]/gu, 'ا')
      .replaceAll('ى', 'ي')
      .replaceAll('ة', 'ه')
      .normalize('NFD')
      .replaceAll(/\p{Mn}/gu, '')
      .normalize('NFC'),
  plain: (lower) => lower,
}

const WORD = /^[\p{L}\p{N}\p{M}]$/u

/** Whether the character that begins or ends here belongs to a word. */
export function isWordAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false
  const code = text.charCodeAt(at)
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a)
  const low = code >= 0xdc00 && code <= 0xdfff && at > 0
  return WORD.test(String.fromCodePoint(text.codePointAt(low ? at - 1 : at) ?? 0))
}
