export interface PageHead {
  readonly title: string | null
  readonly description: string | null
}

/** How much of a page is looked at: heads end long before. */
const MOST_CHARACTERS = 200_000
const MOST_TITLE = 300
const MOST_DESCRIPTION = 600

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/**
 * Title and description that a page gives of itself (Open Graph first, then Twitter, then HTML), as plain text. Reads
 * untrusted text: bounded, and nothing of it is markup afterwards.
 */
export function readPageHead(html: string): PageHead {
  const head = html.slice(0, MOST_CHARACTERS)
  const meta = new Map<string, string>()
  for (const [, attributes] of head.matchAll(/<meta\s([^<>]{1,4000})>/gi)) {
    const { name, content } = attributesOf(attributes ?? '')
    if (name !== null && content !== null && !meta.has(name)) meta.set(name, content)
  }
  const titleTag = /<title(?:\s[^<>]*)?>([^<]{0,2000})/i.exec(head)?.[1] ?? null
  const pick = (most: number, ...candidates: (string | null | undefined)[]): string | null =>
    candidates.map((one) => plain(one ?? '', most)).find((one) => one !== '') ?? null
  return {
    title: pick(MOST_TITLE, meta.get('og:title'), meta.get('twitter:title'), titleTag),
    description: pick(
      MOST_DESCRIPTION,
      meta.get('og:description'),
      meta.get('twitter:description'),
      meta.get('description'),
    ),
  }
}

function attributesOf(text: string): { name: string | null; content: string | null } {
  const pairs = [...text.matchAll(/([a-z:-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)]
  const found = new Map(
    pairs.map(([, key, double, single, bare]) => [key?.toLowerCase(), double ?? single ?? bare ?? '']),
  )
  return {
    name: (found.get('property') ?? found.get('name'))?.toLowerCase() ?? null,
    content: found.get('content') ?? null,
  }
}

function plain(text: string, most: number): string {
  const decoded = text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(String(hex), 16) : null
    if (code === null) return ENTITIES[String(name).toLowerCase()] ?? whole
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })
  // Control characters have no place in a card; runs of white space are one space.
  const tidy = decoded.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  return tidy.length <= most
    ? tidy
    : `${tidy
        .slice(0, most - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`
}
