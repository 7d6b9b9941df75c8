/** A number as it stands in a text: `1.10` and `12345678901234567890` must not become something else. */
export class WrittenNumber {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

type Reviver = (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown
const parse = JSON.parse as (text: string, reviver: Reviver) => unknown

/** Reads JSON and keeps numbers as they are written. */
export function readJson(text: string): unknown {
  return parse(text, (_, value, { source }) => (typeof value === 'number' ? new WrittenNumber(source ?? '') : value))
}

/** Writes a value as PostgreSQL writes `jsonb`: what the hashes of events were made of. */
export function canonicalJson(value: unknown): string {
  if (value instanceof WrittenNumber) return value.source
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
    .map(([name, field]) => ({ name, bytes: Buffer.from(name, 'utf8'), field: field as unknown }))
    .toSorted((one, other) => one.bytes.length - other.bytes.length || Buffer.compare(one.bytes, other.bytes))
  return `{${fields.map(({ name, field }) => `${JSON.stringify(name)}: ${canonicalJson(field)}`).join(', ')}}`
}
