import type { Clock } from '#server/kernel/clock.ts'
import type { Outbound } from '#server/kernel/outbound/port.ts'
import type { Platform } from '../port.ts'
import { authoriser } from './authorise.ts'
import { connect, inspect } from './connect.ts'
import { mastodonDescription } from './description.ts'
import { lookUp } from './look-up.ts'
import { measure } from './measure.ts'
import { publish } from './publish.ts'
import { remove } from './remove.ts'
import { PATIENCE, type Patience, type Tools } from './tools.ts'

export interface MastodonOptions {
  readonly outbound: Outbound
  readonly clock: Clock
  /** Shorter waits for tests. */
  readonly patience?: Partial<Patience>
}

/** Mastodon and the servers that speak its API (GoToSocial, Hollo, Pleroma and others), each with its own limits. */
export function mastodonPlatform({ outbound, clock, patience }: MastodonOptions): Platform {
  const tools: Tools = { outbound, clock, patience: { ...PATIENCE, ...patience }, renewals: new Map() }
  return {
    description: mastodonDescription,
    connect: (_organisationId, _channelId, settings) => connect(tools, settings),
    inspect: (account) => inspect(tools, account),
    publisher: {
      mint: () => clock.newId(),
      publish: (job) => publish(tools, job),
      lookUp: (job) => lookUp(tools, job),
      remove: (account, published, progress) => remove(tools, account, published, progress),
    },
    meter: { measure: (account, remoteIds) => measure(tools, account, remoteIds) },
    authoriser: authoriser(tools),
  }
}
