import { z } from 'zod'
import { ask, askJson } from './ask.ts'
import type { LookUp, Profile } from './profile.ts'
import { siteAddress } from './site-address.ts'

const Site = z.object({
  name: z.string(),
  description: z.string().optional(),
  url: z.string().optional(),
  site_icon_url: z.string().optional(),
})
const Posts = z.array(z.object({ date_gmt: z.string() }))
const PAGE = 100

/** A site as its REST API shows it. WordPress knows no followers. */
export const lookUpWordpress: LookUp = async (tools, wanted) => {
  const address = siteAddress(wanted)
  const page = await ask(tools, address, 'text/html')
  if (page.kind === 'problem') return page
  const api = apiAddress(page.answer.headers.get('link'), page.answer.url)
  const site = await askJson(tools, api, Site)
  if (site.kind === 'problem') return site
  const read = await askJson(tools, postsAddress(api), Posts)
  const total = read.kind === 'read' ? Number(read.headers.get('x-wp-total') ?? Number.NaN) : Number.NaN
  return {
    kind: 'found',
    profile: {
      name: site.value.name,
      url: page.answer.url,
      followers: null,
      following: null,
      posts: Number.isSafeInteger(total) && total >= 0 ? total : null,
      hasPicture: (site.value.site_icon_url ?? '') !== '',
      hasText: (site.value.description ?? '').trim() !== '',
      hasLink: null,
      isVerified: null,
      recent: read.kind === 'read' ? recentPosts(read.value) : null,
    },
  }
}

function recentPosts(posts: z.infer<typeof Posts>): NonNullable<Profile['recent']> {
  const times = posts.map(({ date_gmt: text }) => Date.parse(`${text.replace(/Z$/, '')}Z`))
  return {
    complete: posts.length < PAGE,
    posts: times.filter((time) => !Number.isNaN(time)).map((time) => ({ at: new Date(time), interactions: null })),
  }
}

/** Where the site says its API is; else where it usually is. Another origin than the page's is not followed. */
function apiAddress(link: string | null, page: string): string {
  const named = /<([^>]+)>\s*;\s*rel="?https:\/\/api\.w\.org\/"?/i.exec(link ?? '')?.[1]
  const found = named === undefined ? null : URL.parse(named, page)
  if (found !== null && found.origin === new URL(page).origin) return found.href
  return new URL('wp-json/', page.endsWith('/') ? page : `${page}/`).href
}

/** The list of posts below the API, also where the API is named in the query. */
function postsAddress(api: string): string {
  const url = new URL(api)
  const route = url.searchParams.get('rest_route')
  if (route === null) url.pathname = `${url.pathname.replace(/\/$/, '')}/wp/v2/posts`
  else url.searchParams.set('rest_route', '/wp/v2/posts')
  url.searchParams.set('per_page', String(PAGE))
  url.searchParams.set('_fields', 'date_gmt')
  return url.href
}
