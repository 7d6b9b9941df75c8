/** What a pattern is made of. A language of our own reading: there is nothing in it that can take more than linear time. */
export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'set'; readonly holds: (code: number) => boolean; readonly literal: string | null }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' | 'word' | 'no-word' }
  | { readonly kind: 'all'; readonly items: readonly Node[] }
  | { readonly kind: 'any'; readonly items: readonly Node[] }
  | {
      readonly kind: 'repeat'
      readonly item: Node
      readonly least: number
      readonly most: number | null
      readonly greedy: boolean
    }

export class PatternProblem extends Error {
  override readonly name = 'PatternProblem'
}

const MOST_REPEATS = 100
const MOST_DEPTH = 20
const WORD = /^[\p{L}\p{N}\p{M}_]$/u
const CLASSES: Readonly<Record<string, (code: number) => boolean>> = {
  d: (code) => code >= 48 && code <= 57,
  w: (code) => WORD.test(String.fromCodePoint(code)),
  s: (code) => /^\s$/u.test(String.fromCodePoint(code)),
}
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

/** Whether a character belongs to a word, for `\b` and `\w`. */
export function isWordCode(code: number | undefined): boolean {
  return code !== undefined && WORD.test(String.fromCodePoint(code))
}

/**
 * Reads a pattern: letters, `.`, `[a-z]`, `\d \w \s \b`, `\p{L}`, `( )`, `(?: )`, `|`, `* + ? {2,5}` (lazy with `?`), `^ $`.
 * Look-around and back references are refused: they are what makes patterns slow.
 */
export function parsePattern(source: string, anyCase: boolean): Node {
  const letters = Array.from(source)
  let at = 0
  let depth = 0
  const peek = () => letters[at]
  const take = (): string => {
    const letter = letters[at]
    if (letter === undefined) throw new PatternProblem('ended')
    at += 1
    return letter
  }
  const expect = (letter: string) => {
    if (take() !== letter) throw new PatternProblem(`expected ${letter}`)
  }

  function alternatives(): Node {
    depth += 1
    if (depth > MOST_DEPTH) throw new PatternProblem('too deep')
    const items = [sequence()]
    while (peek() === '|') {
      at += 1
      items.push(sequence())
    }
    depth -= 1
    return items.length === 1 ? (items[0] ?? { kind: 'empty' }) : { kind: 'any', items }
  }

  function sequence(): Node {
    const items: Node[] = []
    while (at < letters.length && peek() !== '|' && peek() !== ')') items.push(repeated(single()))
    return items.length === 1 ? (items[0] ?? { kind: 'empty' }) : { kind: 'all', items }
  }

  function repeated(item: Node): Node {
    const range = readRange()
    if (range === null) return item
    if (item.kind === 'edge') throw new PatternProblem('nothing to repeat')
    const greedy = peek() !== '?'
    if (!greedy) at += 1
    if (['*', '+', '?'].includes(peek() ?? '')) throw new PatternProblem('repeated twice')
    return { kind: 'repeat', item, ...range, greedy }
  }

  function readRange(): { least: number; most: number | null } | null {
    const letter = peek()
    if (letter === '*' || letter === '+' || letter === '?') {
      at += 1
      return { least: letter === '+' ? 1 : 0, most: letter === '?' ? 1 : null }
    }
    const found = letter === '{' ? /^\{(\d{1,3})(,(\d{1,3})?)?\}/u.exec(letters.slice(at, at + 10).join('')) : null
    if (found === null) return null
    at += found[0].length
    const least = Number(found[1])
    const most = found[2] === undefined ? least : found[3] === undefined ? null : Number(found[3])
    if (least > MOST_REPEATS || (most ?? 0) > MOST_REPEATS || (most !== null && most < least))
      throw new PatternProblem('too many repeats')
    return { least, most }
  }

  function single(): Node {
    const letter = take()
    if (letter === '(') return group()
    if (letter === '[') return bracket()
    if (letter === '.') return set((code) => code !== 10)
    if (letter === '^') return { kind: 'edge', edge: 'start' }
    if (letter === '$') return { kind: 'edge', edge: 'end' }
    if (letter === '\\') return escaped()
    if ('*+?'.includes(letter)) throw new PatternProblem('nothing to repeat')
    return literal(letter)
  }

  function group(): Node {
    if (peek() === '?') {
      at += 1
      if (take() !== ':') throw new PatternProblem('not offered')
    }
    const inner = alternatives()
    expect(')')
    return inner
  }

  function escaped(): Node {
    const letter = peek()
    if (letter === 'b' || letter === 'B') {
      at += 1
      return { kind: 'edge', edge: letter === 'b' ? 'word' : 'no-word' }
    }
    const found = readClass()
    return typeof found === 'string' ? literal(found) : set(found)
  }

  /** After a backslash: a class, or one character. */
  function readClass(): string | ((code: number) => boolean) {
    const letter = take()
    const known = CLASSES[letter.toLowerCase()]
    if (known !== undefined) return letter === letter.toLowerCase() ? known : (code) => !known(code)
    if (letter === 'p' || letter === 'P') return readProperty(letter === 'p')
    if (/[1-9a-z]/iu.test(letter) && CONTROLS[letter] === undefined) throw new PatternProblem('not offered')
    return CONTROLS[letter] ?? letter
  }

  function readProperty(wanted: boolean): (code: number) => boolean {
    expect('{')
    let name = ''
    while (peek() !== '}') name += take()
    at += 1
    const test = propertyTest(name)
    return (code) => test.test(String.fromCodePoint(code)) === wanted
  }

  function bracket(): Node {
    const negated = peek() === '^'
    if (negated) at += 1
    const tests: ((code: number) => boolean)[] = []
    while (peek() !== ']' || tests.length === 0) {
      const first = readMember()
      if (typeof first === 'function') {
        tests.push(first)
        continue
      }
      if (peek() !== '-' || letters[at + 1] === ']' || letters[at + 1] === undefined) {
        tests.push(alike(first))
        continue
      }
      at += 1
      const last = readMember()
      if (typeof last === 'function') throw new PatternProblem('not a range')
      tests.push(between(first, last))
    }
    at += 1
    return set((code) => tests.some((test) => test(code)) !== negated)
  }

  function readMember(): string | ((code: number) => boolean) {
    const letter = take()
    return letter === '\\' ? readClass() : letter
  }

  function alike(letter: string): (code: number) => boolean {
    const codes = new Set((anyCase ? casesOf(letter) : [letter]).map((one) => one.codePointAt(0)))
    return (code) => codes.has(code)
  }

  function between(first: string, last: string): (code: number) => boolean {
    const [low, high] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0]
    if (low > high) throw new PatternProblem('not a range')
    const within = (code: number) => code >= low && code <= high
    if (!anyCase) return within
    return (code) => within(code) || casesOf(String.fromCodePoint(code)).some((one) => within(one.codePointAt(0) ?? -1))
  }

  function literal(letter: string): Node {
    return { kind: 'set', holds: alike(letter), literal: letter }
  }

  const whole = alternatives()
  if (at < letters.length) throw new PatternProblem('a bracket too many')
  return whole
}

function set(holds: (code: number) => boolean): Node {
  return { kind: 'set', holds, literal: null }
}

/** A letter in both cases, where each is one character. In Turkish text İ and I both stand for i. */
function casesOf(letter: string): string[] {
  const cases = [
    letter,
    letter.toLowerCase(),
    letter.toUpperCase(),
    ...('iıİI'.includes(letter) ? ['i', 'I', ...(letter === 'i' || letter === 'İ' ? ['İ'] : [])] : []),
  ]
  return [...new Set(cases)].filter((one) => Array.from(one).length === 1)
}

function propertyTest(name: string): RegExp {
  if (!/^(?:[A-Z][a-z]?|Script=[A-Za-z]+|Emoji_Presentation|Extended_Pictographic)$/u.test(name))
    throw new PatternProblem('not offered')
  try {
    return new RegExp(`^\\p{${name}}$`, 'u')
  } catch {
    throw new PatternProblem('not offered')
  }
}
