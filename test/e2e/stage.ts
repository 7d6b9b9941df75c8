import { serve } from '@hono/node-server'
import type { ServerType } from '@hono/node-server'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { CatalogueLanguage } from '#locales/index.ts'
import { findChromium } from '../chromium.ts'
import { createWorld, openServer, signIn, type Server, type World } from '../world.ts'
import { watchPage, type Watched } from './watch-page.ts'
import { wordsIn, type Words } from './words.ts'

export type Scheme = 'light' | 'dark'

export interface VisitOptions {
  readonly language?: CatalogueLanguage
  readonly scheme?: Scheme
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Whoever is signed in from the start, by e-mail address; default: nobody. */
  readonly as?: string
  /** The session of somebody who is signed in already, as a cookie header. */
  readonly with?: string
}

/** A person at a browser: a context of their own, the words of their language and what went wrong on their page. */
export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  readonly words: Words
  readonly watched: Watched
  /** The session's cookie header, for calls beside the page; empty where nobody is signed in. */
  readonly cookie: string
}

export interface Stage<Played extends Server = World> {
  readonly url: string
  readonly server: Played
  readonly browser: Browser
  readonly visit: (options?: VisitOptions) => Promise<Visit>
  readonly close: () => Promise<void>
}

export const ADMINISTRATOR = 'ada@example.org'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A founded organisation behind a real server with the built web, and a browser. */
export function openStage(): Promise<Stage> {
  return play((publicUrl, port) => createWorld({ background: true, config: { publicUrl, port } }))
}

/** The same on an installation that nobody has founded. */
export function openEmptyStage(): Promise<Stage<Server>> {
  return play((publicUrl, port) => openServer({ background: true, config: { publicUrl, port } }))
}

async function play<Played extends Server>(
  open: (publicUrl: string, port: number) => Promise<Played>,
): Promise<Stage<Played>> {
  let answer: Played['app']['fetch'] = () => new Response(null, { status: 503 })
  // The port is known only once something listens, and the server must know its address from the start.
  const { listener, port } = await listen((request, env) => answer(request, env))
  const url = `http://localhost:${port}`
  const server = await open(url, port)
  answer = server.app.fetch
  const browser = await launch()
  return {
    url,
    server,
    browser,
    visit: (options = {}) => visit({ browser, server, url }, options),
    close: async () => {
      await browser.close()
      await server.close()
      if ('closeAllConnections' in listener) listener.closeAllConnections()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
}

function listen(fetch: Server['app']['fetch']): Promise<{ listener: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const listener = serve(
      { fetch: (request, env) => fetch(request, env), port: 0, hostname: '127.0.0.1' },
      ({ port }) => resolve({ listener, port }),
    )
    listener.once('error', reject)
  })
}

function launch(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium: install one or name it with TUTTI_CHROMIUM')
  return chromium.launch({ executablePath, args: ARGUMENTS })
}

interface Place {
  readonly browser: Browser
  readonly server: Server
  readonly url: string
}

async function visit({ browser, server, url }: Place, options: VisitOptions): Promise<Visit> {
  const { language = 'en', scheme = 'light', viewport = { width: 1440, height: 900 }, as } = options
  const context = await browser.newContext({
    baseURL: url,
    locale: language === 'tr' ? 'tr-TR' : 'en-GB',
    timezoneId: 'Europe/Istanbul',
    colorScheme: scheme,
    viewport,
    reducedMotion: 'reduce',
    // Under its own name a headless browser is a robot, whose clicks do not count.
    userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version()} Safari/537.36`,
  })
  context.setDefaultTimeout(20_000)
  const cookie = options.with ?? (as === undefined ? '' : await signIn(server.request, as))
  if (cookie !== '') {
    await context.addCookies(cookiesOf(cookie, url))
    await speak(server, cookie, language)
  }
  const page = await context.newPage()
  return { context, page, cookie, words: wordsIn(language), watched: watchPage(page) }
}

function cookiesOf(header: string, url: string) {
  return header.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url, httpOnly: true, sameSite: 'Lax' as const }
  })
}

/** Writes the language on the person's record, which wins over what the browser asks for. */
export async function speak(server: Server, cookie: string, language: CatalogueLanguage): Promise<void> {
  const answer = await server.stranger.call('PATCH', '/api/v1/session', { language }, { cookie })
  if (answer.status !== 200) throw new Error(`The language could not be set: ${JSON.stringify(answer.body)}`)
}

/** Waits until the page has its content: nothing is under way and nothing stands in for it. */
export async function settled({ page, watched }: Pick<Visit, 'page' | 'watched'>): Promise<void> {
  await page.locator('#page-title').first().waitFor()
  await watched.quiet()
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' })
}

/** The field of this label, whatever stands for "needed" beside it. */
export function field(inside: Page | Locator, name: string): Locator {
  return inside.getByRole('textbox', { name, exact: true })
}

export function button(inside: Page | Locator, name: string): Locator {
  return inside.getByRole('button', { name, exact: true })
}
