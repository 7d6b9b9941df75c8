import { afterAll, beforeAll, describe } from 'vitest'
import { guardedOutbound } from '#server/kernel/outbound/guarded.ts'
import { mastodonConformanceWorld } from '#test/servers/mastodon-world.ts'
import { startMastodon, type Mastodon, type MastodonOptions } from '#test/servers/mastodon.ts'
import { conformance } from '../conformance.ts'

const servers: Record<string, MastodonOptions> = {
  Mastodon: { behaviour: 'honours-key' },
  'GoToSocial, which ignores the key,': { behaviour: 'ignores-key', software: 'gotosocial', sources: false },
  'A server that reads Markdown': { behaviour: 'honours-key', markdown: true, maxCharacters: 10_000 },
  'An old server': { behaviour: 'ignores-key', oldInstance: true, mediaPolls: 2 },
}

for (const [name, options] of Object.entries(servers)) {
  describe(name, () => {
    const outbound = guardedOutbound({ allowPrivate: true })
    let server: Mastodon | null = null

    beforeAll(async () => {
      server = await startMastodon(options)
    })
    afterAll(async () => {
      await server?.close()
      await outbound.close()
    })

    conformance('mastodon', () => {
      if (server === null) throw new Error('The server is started before all tests')
      const maxCharacters = options.maxCharacters ?? (options.software === 'gotosocial' ? 5000 : 500)
      return mastodonConformanceWorld(server, outbound, {
        honoursKeys: options.behaviour === 'honours-key',
        maxCharacters,
      })
    })
  })
}
