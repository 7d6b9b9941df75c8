import type { Clock } from '#server/kernel/clock.ts'
import type { Outbound } from '#server/kernel/outbound/port.ts'
import type { Platform } from '../port.ts'
import { connectAccount, inspectAccount } from './connect.ts'
import { blueskyDescription } from './description.ts'
import { lookUpJob } from './look-up.ts'
import { measurePosts } from './measure.ts'
import { publishJob } from './publish.ts'
import { removePost } from './remove.ts'
import { sessions } from './session.ts'
import { tidMint } from './tid.ts'
import { workOn } from './work.ts'

/**
 * Bluesky and every other server of the AT protocol, signed in with app passwords. Posts are written under a key that
 * is made with the delivery, so a lost answer can always be cleared up.
 */
export function blueskyPlatform({ outbound, clock }: { outbound: Outbound; clock: Clock }): Platform {
  const tools = { outbound, clock }
  const openSession = sessions(tools)
  return {
    description: blueskyDescription,
    connect: (_organisationId, _channelId, settings) => connectAccount(tools, settings),
    inspect: (account) => inspectAccount(tools, openSession, account),
    publisher: {
      mint: tidMint(),
      publish: (job) => publishJob(workOn(tools, openSession, job)),
      lookUp: (job) => lookUpJob(workOn(tools, openSession, job)),
      remove: (account, published, progress) => removePost(openSession, { account, published, progress }),
    },
    meter: { measure: (account, remoteIds) => measurePosts(openSession, account, remoteIds) },
    authoriser: null,
  }
}
