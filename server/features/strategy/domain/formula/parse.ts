import { METRICS, type MetricId } from '#contract/kpi-catalogue.ts'
import { nearest } from './nearest.ts'
import { FormulaProblem } from './problem.ts'
import { fromDecimal, multiply, rational } from './rational.ts'
import { tokensOf, type Token } from './tokens.ts'
import { FUNCTIONS, type FunctionName, type Place, type Tree } from './tree.ts'

const LONGEST = 400
const DEEPEST = 24
const SECONDS: Readonly<Record<string, bigint>> = { second: 1n, minute: 60n, hour: 3600n, day: 86_400n, week: 604_800n }
const METRIC_IDS: readonly string[] = METRICS.map(({ id }) => id)

/** Understands a formula, or throws a `FormulaProblem` that points at the place. Nothing of the text is ever carried out. */
export function parseFormula(text: string): Tree {
  if (text.length > LONGEST)
    throw new FormulaProblem('formula.too-long', { from: LONGEST, to: text.length }, { most: LONGEST })
  const reader = new Reader(text)
  return reader.whole()
}

/** Reads by descent: sums of products of signed parts. Knows how deep it is, so that no text can exhaust the stack. */
class Reader {
  private readonly tokens: readonly Token[]
  private readonly length: number
  private next = 0

  constructor(text: string) {
    this.tokens = tokensOf(text)
    this.length = text.length
  }

  whole(): Tree {
    if (this.tokens.length === 0) throw new FormulaProblem('formula.empty', { from: 0, to: this.length })
    const tree = this.sum(0)
    const rest = this.peek()
    if (rest !== undefined) throw this.unexpected(rest)
    return tree
  }

  private sum(depth: number): Tree {
    let left = this.product(depth)
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-'))
      left = operation(sign, left, this.product(depth))
    return left
  }

  private product(depth: number): Tree {
    let left = this.signed(depth)
    for (let sign = this.take('*', '/'); sign !== null; sign = this.take('*', '/'))
      left = operation(sign, left, this.signed(depth))
    return left
  }

  private signed(depth: number): Tree {
    const minus = this.take('-')
    if (minus === null) return this.part(depth)
    this.demandDepth(depth, minus.place)
    const of = this.signed(depth + 1)
    return { kind: 'negation', of, place: { from: minus.place.from, to: of.place.to } }
  }

  private part(depth: number): Tree {
    const token = this.tokens[this.next]
    if (token === undefined) throw new FormulaProblem('formula.unfinished', { from: this.length, to: this.length })
    this.demandDepth(depth, token.place)
    this.next += 1
    if (token.kind === 'number') return this.figure(token)
    if (token.kind === 'word') return this.peek()?.text === '(' ? this.call(token, depth) : metric(token)
    if (token.text !== '(') throw this.unexpected(token)
    const inner = this.sum(depth + 1)
    return { ...inner, place: { from: token.place.from, to: this.close(token.place) } }
  }

  /** A number, or a duration such as `7 days`. */
  private figure(token: Token): Tree {
    const value = fromDecimal(token.text)
    const word = this.peek()
    const seconds = word?.kind === 'word' ? SECONDS[word.text.replace(/s$/, '')] : undefined
    if (word === undefined || seconds === undefined) return { kind: 'number', value, place: token.place }
    this.next += 1
    return {
      kind: 'duration',
      seconds: multiply(value, rational(seconds)),
      place: { from: token.place.from, to: word.place.to },
    }
  }

  private call({ text, place }: Token, depth: number): Tree {
    const name = FUNCTIONS.find((candidate) => candidate === text)
    if (name === undefined)
      throw new FormulaProblem('formula.unknown-function', place, { name: text, known: FUNCTIONS.join(', ') })
    this.next += 1
    const given = [this.sum(depth + 1)]
    while (this.take(',') !== null) given.push(this.sum(depth + 1))
    const whole = { from: place.from, to: this.close(place) }
    const [least, most] = GIVEN[name]
    if (given.length < least || given.length > most)
      throw new FormulaProblem('formula.given', whole, { name, least, most, given: given.length })
    return { kind: 'call', name, given, place: whole }
  }

  private close(opened: Place): number {
    const token = this.peek()
    if (token === undefined) throw new FormulaProblem('formula.not-closed', opened)
    if (token.text !== ')') throw this.unexpected(token)
    this.next += 1
    return token.place.to
  }

  private take(...signs: readonly string[]): Token | null {
    const token = this.peek()
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null
    this.next += 1
    return token
  }

  private peek(): Token | undefined {
    return this.tokens[this.next]
  }

  private demandDepth(depth: number, place: Place): void {
    if (depth > DEEPEST) throw new FormulaProblem('formula.too-deep', place, { most: DEEPEST })
  }

  private unexpected({ text, place }: Token): FormulaProblem {
    return new FormulaProblem(text === ',' ? 'formula.comma' : 'formula.unexpected', place, { found: text })
  }
}

const GIVEN: Readonly<Record<FunctionName, readonly [least: number, most: number]>> = {
  percent: [1, 1],
  min: [2, 5],
  max: [2, 5],
}

function operation(sign: Token, left: Tree, right: Tree): Tree {
  const operator = sign.text === '+' || sign.text === '-' || sign.text === '*' ? sign.text : '/'
  return { kind: 'operation', operator, left, right, place: { from: left.place.from, to: right.place.to } }
}

function metric({ text, place }: Token): Tree {
  const found = METRICS.find(({ id }) => id === text)
  if (found !== undefined) return { kind: 'metric', metric: found.id satisfies MetricId, place }
  const near = nearest(text, METRIC_IDS)
  throw near === null
    ? new FormulaProblem('formula.unknown-metric', place, { name: text })
    : new FormulaProblem('formula.unknown-metric-near', place, { name: text, near })
}
