import { OutboundFailure, type OutboundAnswer } from '#server/kernel/outbound/port.ts'
import { readPageHead } from './page-head.ts'
import type { Tools } from './xrpc.ts'

export interface LinkCard {
  readonly $type: 'app.bsky.embed.external'
  readonly external: { readonly uri: string; readonly title: string; readonly description: string }
}

const TIMEOUT_MS = 5000
const MOST_BYTES = 1_000_000

/**
 * The card shown under a post with a link. The network does not read pages itself, so the page is asked for its title
 * and description here; a page that cannot be read gives a card with the name of its host.
 */
export async function linkCard(tools: Tools, url: string, signal: AbortSignal): Promise<LinkCard> {
  const host = URL.parse(url)?.hostname.replace(/^www\./, '') ?? url
  const html = await pageAt(tools, url, signal)
  const { title, description } = html === null ? { title: null, description: null } : readPageHead(html)
  return {
    $type: 'app.bsky.embed.external',
    external: { uri: url, title: title ?? host, description: description ?? '' },
  }
}

async function pageAt({ outbound }: Tools, url: string, signal: AbortSignal): Promise<string | null> {
  let answer: OutboundAnswer
  try {
    // The name says "bot" so that counters of clicks leave this visit out.
    const headers = { accept: 'text/html', 'user-agent': 'Tutti link preview bot' }
    answer = await outbound({ method: 'GET', url, headers, signal, timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES })
  } catch (error) {
    if (error instanceof OutboundFailure) return null
    throw error
  }
  const isPage = /^(?:text\/html|application\/xhtml\+xml)\b/i.test(answer.headers.get('content-type') ?? '')
  return answer.status === 200 && isPage ? answer.text() : null
}
