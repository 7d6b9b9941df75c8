import { parseFeed } from 'feedsmith'
import { ask } from './ask.ts'
import { problem, type LookUp } from './profile.ts'
import { siteAddress } from './site-address.ts'

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8'
const FEED_TYPE = /type\s*=\s*["']?application\/(?:rss\+xml|atom\+xml|feed\+json)/i

interface ReadFeed {
  readonly title: string
  readonly text: string
  readonly picture: boolean
  readonly dates: readonly (string | undefined)[]
}

/** A feed, or the one that a page names. Feeds know no followers, and show only their newest entries. */
export const lookUpFeed: LookUp = async (tools, wanted) => {
  let asked = await ask(tools, siteAddress(wanted), ACCEPT)
  if (asked.kind === 'problem') return asked
  const named = feedOfPage(asked.answer.text(), asked.answer.url)
  if (named !== null) {
    asked = await ask(tools, named, ACCEPT)
    if (asked.kind === 'problem') return asked
  }
  const feed = readFeed(asked.answer.text())
  if (feed === null) return problem('look-up.not-understood')
  const times = feed.dates.map((date) => Date.parse(date ?? '')).filter((time) => !Number.isNaN(time))
  return {
    kind: 'found',
    profile: {
      name: feed.title,
      url: null,
      followers: null,
      following: null,
      posts: null,
      hasPicture: feed.picture,
      hasText: feed.text.trim() !== '',
      hasLink: null,
      isVerified: null,
      recent: { complete: false, posts: times.map((time) => ({ at: new Date(time), interactions: null })) },
    },
  }
}

/** The first feed that an HTML page names (`rel="alternate"`); null where the text is no page or names none. */
function feedOfPage(text: string, base: string): string | null {
  if (!/<html[\s>]/i.test(text.slice(0, 2000))) return null
  const tag = [...text.matchAll(/<link\b[^>]{0,2000}>/gi)]
    .map(([found]) => found)
    .find((found) => FEED_TYPE.test(found) && /rel\s*=\s*["']?alternate/i.test(found))
  const href = /href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag ?? '')
  const address = href === null ? null : URL.parse((href[1] ?? href[2] ?? href[3] ?? '').replaceAll('&amp;', '&'), base)
  return address?.href ?? null
}

/** RSS, Atom, RDF or JSON Feed; null for anything else. */
function readFeed(text: string): ReadFeed | null {
  try {
    const read = parseFeed(text)
    if (read.format === 'atom')
      return {
        title: read.feed.title?.value ?? '',
        text: read.feed.subtitle?.value ?? '',
        picture: (read.feed.logo ?? read.feed.icon) !== undefined,
        dates: (read.feed.entries ?? []).map((entry) => entry.published ?? entry.updated),
      }
    if (read.format === 'json')
      return {
        title: read.feed.title ?? '',
        text: read.feed.description ?? '',
        picture: (read.feed.icon ?? read.feed.favicon) !== undefined,
        dates: (read.feed.items ?? []).map((item) => item.date_published ?? item.date_modified),
      }
    if (read.format === 'rdf')
      return {
        title: read.feed.title ?? '',
        text: read.feed.description ?? '',
        picture: read.feed.image !== undefined,
        dates: (read.feed.items ?? []).map((item) => item.dc?.dates?.[0]),
      }
    return {
      title: read.feed.title ?? '',
      text: read.feed.description ?? '',
      picture: read.feed.image !== undefined,
      dates: (read.feed.items ?? []).map((item) => item.pubDate ?? item.dc?.dates?.[0]),
    }
  } catch {
    // Whatever a stranger's page makes the parser throw means the same: this is no feed.
    return null
  }
}
