/** Reads the named parts of an address's query; everything else in it is dropped. Values are short text, checked by the screen. */
export function search<Name extends string>(...names: readonly Name[]) {
  return (query: Record<string, unknown>): Partial<Record<Name, string>> => {
    const known: Partial<Record<Name, string>> = {}
    for (const name of names) {
      const value = query[name]
      if (typeof value === 'string' && value.length > 0 && value.length <= 500) known[name] = value
    }
    return known
  }
}
