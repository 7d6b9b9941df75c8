import type { OrderedFaults } from './mastodon-faults.ts'
import { Refused, fieldsOf, textField, type Answer, type Asked, type MastodonWorld } from './mastodon-http.ts'
import { BEHAVIOURS } from './mastodon-options.ts'
import type { StoredStatus } from './mastodon-store.ts'

/** What others did with a post. */
export interface Reactions {
  readonly favourites?: number
  readonly reblogs?: number
  readonly replies?: number
  readonly quotes?: number
}

/** Statuses that are out, oldest first. */
export function publishedStatuses({ store }: MastodonWorld): StoredStatus[] {
  return [...store.statuses.values()].filter((status) => !status.deleted)
}

export function react({ store }: MastodonWorld, id: string, reactions: Reactions): void {
  const status = store.statuses.get(id)
  if (status === undefined) throw new Refused(404, 'Record not found')
  Object.assign(status, reactions)
}

/** A way in for tests in another process: `GET /control/statuses`, `POST /control/{behave,accounts,revoke,react}`. */
export function controlRoutes(world: MastodonWorld, faults: OrderedFaults, asked: Asked): Answer | null {
  if (asked.path[0] !== 'control') return null
  const route = `${asked.method} ${asked.path[1] ?? ''}`
  if (route === 'GET statuses') return { status: 200, body: counted(world) }
  const fields = fieldsOf(asked)
  if (route === 'POST behave') return behave(faults, fields)
  if (route === 'POST accounts') return { status: 200, body: accountFor(world, textField(fields, 'name') ?? 'brand') }
  if (route === 'POST revoke') return revoke(world, textField(fields, 'token') ?? '')
  if (route === 'POST react') {
    const amount = (name: string): number => Number(fields[name] ?? 0)
    react(world, textField(fields, 'id') ?? '', {
      favourites: amount('favourites'),
      reblogs: amount('reblogs'),
      replies: amount('replies'),
      quotes: amount('quotes'),
    })
    return { status: 200, body: {} }
  }
  throw new Refused(404, 'No such control')
}

/** An account with a new token that may do everything an application asks for. */
export function accountFor({ store }: MastodonWorld, name: string): { token: string; id: string; name: string } {
  const { id } = store.account(name)
  return { token: store.issue(id, ['read', 'write']).token, id, name }
}

function counted(world: MastodonWorld) {
  const times = new Map<string, number>()
  const first = new Map<string, Date>()
  const statuses = publishedStatuses(world)
  for (const { text, createdAt } of statuses) {
    times.set(text, (times.get(text) ?? 0) + 1)
    if (!first.has(text)) first.set(text, createdAt)
  }
  const texts = [...times].map(([text, count]) => ({ text, times: count, firstAt: first.get(text)?.toISOString() }))
  return { total: statuses.length, repeated: texts.filter((one) => one.times > 1).length, texts }
}

function behave(faults: OrderedFaults, fields: Readonly<Record<string, unknown>>): Answer {
  const behaviour = BEHAVIOURS.find((one) => one === fields['behaviour'])
  if (behaviour === undefined) throw new Refused(422, `behaviour is one of ${BEHAVIOURS.join(', ')}`)
  faults.behave(behaviour, typeof fields['times'] === 'number' ? fields['times'] : undefined)
  return { status: 200, body: {} }
}

function revoke({ store }: MastodonWorld, given: string): Answer {
  const token = store.tokens.get(given)
  if (token === undefined) throw new Refused(404, 'No such token')
  token.revoked = true
  return { status: 200, body: {} }
}
