import type { Page, Request } from 'playwright-core'

/** What went wrong on a page. */
export interface Watched {
  /**
   * Since the last call: errors on the console, errors nobody caught, what the content security policy stopped, and, where
   * `answers` are wanted, answers of 400 and above. A journey that is refused on purpose leaves the answers out.
   */
  readonly take: (which?: { readonly answers: boolean }) => readonly string[]
  /** Waits until no request has been under way for a moment. */
  readonly quiet: () => Promise<void>
}

const MOMENT_MS = 60

/** Listens to a page from its first moment. */
export function watchPage(page: Page): Watched {
  let troubles: { text: string; answer: boolean }[] = []
  const note = (text: string, answer = false) => troubles.push({ text: `${page.url()}: ${text}`, answer })
  page.on('console', (message) => {
    // The browser's own line on a failed answer names no address; the answer itself is noted below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) note(message.text())
  })
  page.on('pageerror', (error) => note(error.stack ?? error.message))
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()} ${response.request().method()} ${response.url()}`, true)
  })
  const underWay = new Set<Request>()
  let changedAt = Date.now()
  const follow = (change: (request: Request) => unknown) => (request: Request) => {
    changedAt = Date.now()
    change(request)
  }
  page.on(
    'request',
    follow((request) => underWay.add(request)),
  )
  page.on(
    'requestfinished',
    follow((request) => underWay.delete(request)),
  )
  page.on(
    'requestfailed',
    follow((request) => underWay.delete(request)),
  )
  return {
    quiet: async () => {
      const deadline = Date.now() + 20_000
      while (underWay.size > 0 || Date.now() - changedAt < MOMENT_MS) {
        if (Date.now() > deadline)
          throw new Error(`Still under way: ${[...underWay].map((request) => request.url()).join(', ')}`)
        await new Promise((resolve) => setTimeout(resolve, 15))
      }
    },
    take: ({ answers } = { answers: false }) => {
      const taken = troubles.filter((trouble) => answers || !trouble.answer)
      troubles = []
      return taken.map(({ text }) => text)
    },
  }
}
