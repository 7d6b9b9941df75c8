import type { CONTENT_SIGNS, Risk } from '#contract/workflows.ts'

export type Sign = (typeof CONTENT_SIGNS)[number]

/** What a text holds, and the words that show it. */
export interface Found {
  readonly sign: Sign
  readonly words: string
}

/** Texts are compared in small letters without the dots of Turkish i, letter by letter: places stay the same. */
export function folded(text: string): string {
  const small = text.replaceAll(/[İIı]/gu, 'i').toLowerCase()
  // A few letters become two when they are made small: then one by one, leaving those as they are.
  if (small.length === text.length) return small
  return Array.from(text, foldOne).join('')
}

function foldOne(letter: string): string {
  if (letter === 'İ' || letter === 'I' || letter === 'ı') return 'i'
  const small = letter.toLowerCase()
  return small.length === letter.length ? small : letter
}

const NUMBER = String.raw`(?<![\d.,])\d{1,3}(?:[.,\u00a0 ]?\d{3}){0,4}(?:[.,]\d{1,2})?`
/** Signs and codes stand alone; names of currencies take endings. */
const MONEY = String.raw`(?:[€$£₺]|(?:eur|usd|gbp|chf|tl|try|cent|cents|kuruş)(?!\p{L})|(?:euro|lira|dolar|dollar|pound|sterlin|franken)\p{L}{0,8}(?!\p{L}))`
const FREE = String.raw`(?:free of charge|for free|kostenlos|gratis|umsonst|ücretsiz|bedava)`
const LESS = String.raw`(?:indirim\p{L}*|off\b|discount\p{L}*|rabatt\p{L}*|günstiger|ermäßig\p{L}*|ucuz\p{L}*|cheaper|less\b)`

/** Patterns over folded text, each linear: no repetition stands inside another over the same letters. */
const PRICES = [
  new RegExp(String.raw`(?<![\p{L}\d])(?:[€$£₺])\s?${NUMBER}`, 'u'),
  new RegExp(String.raw`${NUMBER}\s?-?\s?${MONEY}`, 'u'),
  new RegExp(
    String.raw`(?:%\s?\d{1,3}|\d{1,3}\s?%|yüzde\s\d{1,3}|\d{1,3}\s(?:percent|prozent))[^.!?\n]{0,30}?${LESS}`,
    'u',
  ),
  new RegExp(String.raw`${LESS}[^.!?\n]{0,30}?(?:%\s?\d{1,3}|\d{1,3}\s?%|\d{1,3}\s(?:percent|prozent))`, 'u'),
  new RegExp(String.raw`(?<!\p{L})${FREE}(?!\p{L})`, 'u'),
]

const HEALTH_STEMS = [
  // English
  'cures?\\b',
  'heals?\\b',
  'treats? (?:pain|illness|disease|diabetes|depression)',
  'prevents? (?:illness|disease|cancer|colds?|flu)',
  'lowers? (?:your )?(?:blood pressure|cholesterol)',
  'boosts? (?:your )?immun\\p{L}*',
  'lose weight',
  'weight loss',
  'burns? fat',
  'detox\\p{L}*',
  'anti-?cancer',
  'clinically proven',
  'good for your (?:heart|health|liver)',
  'healthy\\b',
  'superfood\\p{L}*',
  // German
  'heilt\\b',
  'heilsam\\p{L}*',
  'heilend\\p{L}*',
  'lindert\\b',
  'beugt [^.!?\\n]{0,40}? vor',
  'senkt [^.!?\\n]{0,40}?(?:blutdruck|cholesterin)\\p{L}*',
  'stärkt (?:das |ihr |dein )?(?:immunsystem|herz)',
  'gesund\\p{L}*',
  'abnehmen',
  'fettverbrenn\\p{L}*',
  'klinisch (?:geprüft|bewiesen|getestet)',
  'krebsvorbeug\\p{L}*',
  // Turkish, without the dots of i
  'tedavi ed\\p{L}*',
  'iyileştir\\p{L}*',
  'şifa\\p{L}*',
  'hastaliğ?k?\\p{L}* (?:önle|geçir|tedavi)\\p{L}*',
  'bağişiklik\\p{L}*',
  'bağişikliğ\\p{L}*',
  'tansiyon\\p{L}* düşür\\p{L}*',
  'kolesterol\\p{L}* düşür\\p{L}*',
  'zayiflat\\p{L}*',
  'kilo ver(?:dir)?\\p{L}*',
  'yağ yak\\p{L}*',
  'sağlikli\\p{L}*',
  'sağliğ\\p{L}* iyi',
  'klinik olarak kanitlan\\p{L}*',
  'kanser\\p{L}* (?:önle|karşi)\\p{L}*',
]
const HEALTH = HEALTH_STEMS.map((stem) => new RegExp(`(?<!\\p{L})${stem}`, 'u'))
const LINK = /\bhttps?:\/\/\S+|(?<![@\p{L}\d])(?:www\.)[\p{L}\d-]+\.\p{L}{2,}\S*/u
const MENTION = /(?<![\p{L}\d.])@[\p{L}\d_](?:[\p{L}\d_.-]{0,200}[\p{L}\d_])?/u
const HASHTAG = /(?<![\p{L}\d&/])#[\p{L}\d_]{0,100}\p{L}[\p{L}\d_]{0,100}/u
const LONGEST = 50_000

/** What the texts of a post hold, each sign once with the first words that show it. */
export function detectSigns(parts: readonly { readonly text: string; readonly pictures: number }[]): readonly Found[] {
  const found = new Map<Sign, string>()
  const note = (sign: Sign, words: string | undefined) => {
    if (words !== undefined && !found.has(sign)) found.set(sign, words.trim())
  }
  for (const { text, pictures } of parts) {
    const bounded = text.slice(0, LONGEST)
    const small = folded(bounded)
    note('price', firstOf(PRICES, small, bounded))
    note('health-claim', firstOf(HEALTH, small, bounded))
    note('link', firstOf([LINK], small, bounded))
    note('mention', firstOf([MENTION], small, bounded))
    note('hashtag', firstOf([HASHTAG], small, bounded))
    if (pictures > 0) note('picture', '')
  }
  return [...found].map(([sign, words]) => ({ sign, words }))
}

/** The words as they were written, at the earliest place that any of the patterns finds. */
function firstOf(patterns: readonly RegExp[], small: string, written: string): string | undefined {
  let first: { at: number; length: number } | undefined
  for (const pattern of patterns) {
    const match = pattern.exec(small)
    if (match !== null && (first === undefined || match.index < first.at))
      first = { at: match.index, length: match[0].length }
  }
  return first === undefined ? undefined : written.slice(first.at, first.at + first.length)
}

/** What a post puts at stake by what it says: a claim about health much, a price something. */
export function riskOfSigns(found: readonly Found[]): Risk {
  if (found.some(({ sign }) => sign === 'health-claim')) return 'high'
  return found.some(({ sign }) => sign === 'price') ? 'medium' : 'low'
}
