import { Hono } from 'hono'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { finishAuthorisation } from './channels/authorise-channel.ts'
import type { PublishingPorts } from './ports.ts'

/** The way back from a platform's sign-in page: not part of the contract, since a browser follows it and lands in the application. */
export function authorisationPages(
  kernel: Kernel,
  ports: PublishingPorts,
  authenticate: (headers: Headers) => Promise<Actor | null>,
): Hono {
  const pages = new Hono()
  pages.get('/api/v1/channel-authorisations/callback', async (context) => {
    const { state = '', code = '', error } = context.req.query()
    const back = new URL('/calendar/channels', kernel.config.publicUrl)
    try {
      if (error !== undefined || code === '') throw new Refusal('channel.refused')
      back.searchParams.set(
        'connected',
        await finishAuthorisation(kernel, ports, await authenticate(context.req.raw.headers), state, code),
      )
    } catch (failure) {
      if (!(failure instanceof Refusal)) kernel.log.error({ err: failure }, 'connecting a channel failed')
      back.searchParams.set('refused', failure instanceof Refusal ? failure.code : 'server.error')
    }
    return context.redirect(back.href, 303)
  })
  return pages
}
