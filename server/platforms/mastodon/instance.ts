import { z } from 'zod'
import { call, type Called, type Server } from './call.ts'
import { reason } from './errors.ts'
import { readServerAddress } from './server-address.ts'
import type { Tools } from './tools.ts'

/** What a server says of itself; undefined where it says nothing. */
export interface Instance {
  readonly domain: string | undefined
  readonly version: string
  /** Feature level of Mastodon itself (`api_versions.mastodon`), 0 on other software and before 4.3. */
  readonly apiLevel: number
  readonly statuses: {
    readonly mostCharacters: number | undefined
    readonly mostMedia: number | undefined
    readonly linkLength: number | undefined
  }
  readonly media: {
    readonly types: readonly string[] | undefined
    readonly mostImageBytes: number | undefined
    readonly descriptionLimit: number | undefined
  }
}

const Amount = z.number().int().positive().optional().catch(undefined)
const Text = z.string().min(1).max(300).optional().catch(undefined)

const InstanceAnswer = z
  .object({
    version: z.string().max(300),
    domain: Text,
    uri: Text,
    max_toot_chars: Amount,
    api_versions: z.object({ mastodon: Amount }).optional().catch(undefined),
    configuration: z
      .object({
        statuses: z
          .object({ max_characters: Amount, max_media_attachments: Amount, characters_reserved_per_url: Amount })
          .optional(),
        media_attachments: z
          .object({
            supported_mime_types: z.array(z.string().max(100)).max(200).optional().catch(undefined),
            image_size_limit: Amount,
            description_limit: Amount,
          })
          .optional(),
      })
      .optional()
      .catch(undefined),
  })
  .transform(({ configuration, ...said }): Instance => {
    const { statuses, media_attachments: media } = configuration ?? {}
    return {
      domain: (said.domain ?? said.uri)?.replace(/^https?:\/\//, '').replace(/\/.*$/, ''),
      version: said.version,
      apiLevel: said.api_versions?.mastodon ?? 0,
      statuses: {
        mostCharacters: statuses?.max_characters ?? said.max_toot_chars,
        mostMedia: statuses?.max_media_attachments,
        linkLength: statuses?.characters_reserved_per_url,
      },
      media: {
        types: media?.supported_mime_types,
        mostImageBytes: media?.image_size_limit,
        descriptionLimit: media?.description_limit,
      },
    }
  })

/** A server found at an address, with the origin it really answers at (a domain may redirect to its web name). */
export interface FoundServer {
  readonly origin: string
  readonly instance: Instance
}

/**
 * Asks a server what it is: `/api/v2/instance`, on older servers `/api/v1/instance`. The token is not shown to a server
 * before it has said that it is one; only servers in limited federation mode (401) get it with the question.
 */
export async function findServer(tools: Tools, server: Server): Promise<Called<FoundServer>> {
  let seen = await ask(tools, { ...server, token: null }, '/api/v2/instance')
  if (seen.kind === 'refused') seen = await ask(tools, { ...server, token: null }, '/api/v1/instance')
  if (seen.kind === 'reconnect' && server.token !== null) seen = await ask(tools, server, '/api/v2/instance')
  if (seen.kind === 'refused' || (seen.kind === 'unknown' && seen.reason.code === 'not-this-platform')) {
    return { kind: 'refused', reason: reason('not-this-platform', seen.reason.words) }
  }
  if (seen.kind !== 'ok') return seen
  const origin = readServerAddress(new URL(seen.url).origin)
  if (origin === null) return { kind: 'refused', reason: reason('address-not-allowed') }
  return { ...seen, value: { origin, instance: seen.value } }
}

function ask(tools: Tools, server: Server, path: string): Promise<Called<Instance>> {
  return call(tools, server, { method: 'GET', path, answer: InstanceAnswer })
}
