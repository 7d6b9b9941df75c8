import { Refused, type Answer, type Asked, type MastodonWorld } from './mastodon-http.ts'
import { countUse } from './mastodon-limits.ts'

const FIVE_MINUTES = 5 * 60_000

/** A question of somebody who is not signed in: refused in limited federation mode, and counted. */
export function publicUse(world: MastodonWorld): void {
  if (world.options.limitedFederation) throw new Refused(401, 'This API requires an authenticated user')
  countUse(world, 'public', world.options.publicQuestions, FIVE_MINUTES)
}

/** GET /api/v1/accounts/lookup?acct=: an account of this server, by its name with or without the server. */
export function lookUpAccount(world: MastodonWorld, { query }: Asked): Answer {
  publicUse(world)
  const [name = '', server] = (query.get('acct') ?? '').split('@')
  const account = world.store.accountsByName.get(name)
  const { host } = new URL(world.url())
  if (account === undefined || (server !== undefined && server !== host)) throw new Refused(404, 'Record not found')
  const { followers = 0, following = 0, note = '', picture = true, links = [] } = account.shown
  const url = `${world.url()}/@${name}`
  return {
    status: 200,
    body: {
      id: account.id,
      username: name,
      acct: name,
      display_name: `The ${name}`,
      locked: false,
      bot: false,
      created_at: '2025-01-01T00:00:00.000Z',
      note: note === '' ? '' : `<p>${note}</p>`,
      url,
      avatar: `${world.url()}/avatars/original/${picture ? `${account.id}.png` : 'missing.png'}`,
      followers_count: followers,
      following_count: following,
      statuses_count: account.statuses.filter(({ deleted }) => !deleted).length,
      fields: links.map((link) => ({
        name: 'Web',
        value: `<a href="${link.url}" rel="me">${link.url}</a>`,
        verified_at: link.verified ? '2026-01-01T00:00:00.000+00:00' : null,
      })),
    },
  }
}
