import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface WordpressSite {
  readonly url: string
  readonly close: () => Promise<void>
}

interface Content {
  readonly name: string
  readonly description: string
  readonly icon: boolean
  readonly posts: readonly Date[]
  /** Without pretty addresses the API stands in the query: `/?rest_route=/`. */
  readonly plain?: boolean
}

/**
 * A WordPress site with pages that name its API (`Link: rel="https://api.w.org/"`), its REST root, its posts (at most 100 a page, with
 * `X-WP-Total`) and its feed.
 */
export async function startWordpressSite(content: Content): Promise<WordpressSite> {
  const posts = content.posts.toSorted((one, other) => other.getTime() - one.getTime())
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    const route = content.plain === true ? url.searchParams.get('rest_route') : restRoute(url.pathname)
    if (route === '/')
      return json(200, {
        name: content.name,
        description: content.description,
        url: url.origin,
        namespaces: ['wp/v2'],
        site_icon_url: content.icon ? `${url.origin}/icon.png` : '',
      })
    if (route === '/wp/v2/posts') {
      const size = Number(url.searchParams.get('per_page') ?? '10')
      if (size < 1 || size > 100)
        return json(400, { code: 'rest_invalid_param', message: 'per_page', data: { status: 400 } })
      const page = posts.slice(0, size).map((at) => ({ date_gmt: at.toISOString().slice(0, 19) }))
      return json(200, page, { 'x-wp-total': String(posts.length), 'x-wp-totalpages': '1' })
    }
    if (route !== null) return json(404, { code: 'rest_no_route', message: 'No route', data: { status: 404 } })
    if (url.pathname === '/feed/') {
      const items = posts
        .slice(0, 10)
        .map((at) => `<item><title>A</title><pubDate>${at.toUTCString()}</pubDate></item>`)
      return void response.writeHead(200, { 'content-type': 'application/rss+xml; charset=UTF-8' })
        .end(`<?xml version="1.0"?><rss version="2.0"><channel><title>${content.name}</title><link>${url.origin}</link>
          <description>${content.description}</description>${items.join('')}</channel></rss>`)
    }
    const api = content.plain === true ? `${url.origin}/index.php?rest_route=/` : `${url.origin}/wp-json/`
    response
      .writeHead(200, { 'content-type': 'text/html; charset=UTF-8', link: `<${api}>; rel="https://api.w.org/"` })
      .end(`<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed/"></head></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function restRoute(path: string): string | null {
  return path.startsWith('/wp-json') ? path.slice('/wp-json'.length) || '/' : null
}
