import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '#contract/kinds.ts'
import { CLIENT_ADDRESS } from '#server/kernel/http/client-address.ts'
import { acceptedLanguage, translate } from '#server/kernel/translate.ts'
import { isCode, LINK_PATH } from '../domain/short-links.ts'
import type { Needs } from '../needs.ts'
import { followLink } from './follow-link.ts'
import { isRobot, referrerHost } from './robot.ts'

/** Longer names of browsers are cut: they only tell visitors apart. */
const LONGEST_USER_AGENT = 500

/**
 * The short links' own pages: `GET /l/:code` leads on to the stored target and nowhere else, without a cookie. Robots, HEAD
 * requests and pages fetched in advance are led on too and kept apart from people's clicks.
 */
export function linkPages(kernel: Needs): Hono {
  const pages = new Hono()
  pages.get(`${LINK_PATH}:code`, async (context) => {
    const { headers } = context.req.raw
    const code = context.req.param('code')
    const target = isCode(code)
      ? await followLink(kernel, {
          code,
          address: headers.get(CLIENT_ADDRESS) ?? '',
          userAgent: (headers.get('user-agent') ?? '').slice(0, LONGEST_USER_AGENT),
          referrerHost: referrerHost(headers),
          robot: isRobot(context.req.method, headers),
        })
      : null
    context.header('Cache-Control', 'no-store')
    context.header('Referrer-Policy', 'strict-origin')
    context.header('X-Robots-Tag', 'noindex')
    if (target === null) return context.html(notFoundPage(acceptedLanguage(headers.get('accept-language'))), 404)
    return context.redirect(target, 302)
  })
  return pages
}

function notFoundPage(language: Language) {
  const title = translate(language, 'measurement:link-unknown.title')
  const words = translate(language, 'measurement:link-unknown.words')
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
      </head>
      <body style="font-family:system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem">
        <h1>${title}</h1>
        <p>${words}</p>
      </body>
    </html>`
}
