interface ConversionCommand {
  /** Of this installation. */
  readonly origin: string
  readonly key: string
  readonly currency: string
  readonly name: string
}

/** A text between single quotes of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** The command that reports a conversion to this installation, for a POSIX shell. With a body curl sends a POST. */
export function conversionCommand({ origin, key, currency, name }: ConversionCommand): string {
  const body = JSON.stringify({ name, value: '49.90', currency, clickId: 'TUTTI_CLICK', reference: '1042' }, null, 2)
  return [
    `curl ${quoted(`${origin}/api/v1/conversions`)} \\`,
    `  -H ${quoted(`Authorization: Bearer ${key}`)} \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d ${quoted(body)}`,
  ].join('\n')
}
