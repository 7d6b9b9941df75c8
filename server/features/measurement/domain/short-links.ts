import { findLinks } from '#contract/text-count.ts'

/** Without the letters and digits that are taken for one another (0 O I l). */
export const CODE_ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
export const CODE_LENGTH = 7
export const LINK_PATH = '/l/'

const code = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)

/** Whether a text can be the code of a short link. */
export function isCode(text: string): boolean {
  return code.test(text)
}

/** The address of a short link. `publicUrl` is an origin without a slash at the end. */
export function shortAddress(publicUrl: string, linkCode: string): string {
  return `${publicUrl}${LINK_PATH}${linkCode}`
}

/** How many characters (all ASCII) each tracked link has in the text that is sent. */
export function shortLinkLength(publicUrl: string): number {
  return publicUrl.length + LINK_PATH.length + CODE_LENGTH
}

/** The code in a short link's address, or the code itself; null for anything else. */
export function codeIn(publicUrl: string, addressOrCode: string): string | null {
  const text = addressOrCode.trim()
  if (isCode(text)) return text
  const url = URL.parse(text)
  if (url === null || url.origin !== new URL(publicUrl).origin || !url.pathname.startsWith(LINK_PATH)) return null
  const found = url.pathname.slice(LINK_PATH.length)
  return isCode(found) ? found : null
}

/** Whether a link of a text is replaced by a short one: every one that is not a short link of ours already. */
function isTracked(publicUrl: string, url: string): boolean {
  return URL.canParse(url) && codeIn(publicUrl, url) === null
}

/** The addresses that a post's texts lead to, each once, in order. */
export function targetsIn(publicUrl: string, texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => findLinks(text).map((link) => link.url)))].filter((url) =>
    isTracked(publicUrl, url),
  )
}

/** The text with each tracked link replaced by what `shortOf` names; null from it leaves the link. */
export function replaceLinks(publicUrl: string, text: string, shortOf: (target: string) => string | null): string {
  let result = ''
  let from = 0
  for (const { start, end, url } of findLinks(text)) {
    const short = isTracked(publicUrl, url) ? shortOf(url) : null
    if (short === null) continue
    result += text.slice(from, start) + short
    from = end
  }
  return result + text.slice(from)
}
