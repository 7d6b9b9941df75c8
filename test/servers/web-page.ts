import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface WebPage {
  readonly url: string
  readonly setHtml: (html: string) => void
  readonly visits: readonly { readonly userAgent: string }[]
  readonly close: () => Promise<void>
}

/** A site on loopback that answers every address with one page. */
export async function startWebPage(html: string): Promise<WebPage> {
  let current = html
  const visits: { userAgent: string }[] = []
  const server = createServer((request, response) => {
    visits.push({ userAgent: request.headers['user-agent'] ?? '' })
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(current)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    visits,
    setHtml: (next) => {
      current = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
