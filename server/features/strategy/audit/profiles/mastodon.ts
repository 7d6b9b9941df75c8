import { z } from 'zod'
import { askJson } from './ask.ts'
import { problem, type LookUp, type Profile, type Tools, type Wanted } from './profile.ts'

const Count = z.number().int().nonnegative().nullish()
const Shown = z.object({
  id: z.string().min(1).max(100),
  display_name: z.string().nullish(),
  url: z.string().nullish(),
  note: z.string().nullish(),
  avatar: z.string().nullish(),
  followers_count: Count,
  following_count: Count,
  statuses_count: Count,
  fields: z.array(z.object({ value: z.string(), verified_at: z.string().nullish() })).nullish(),
})
const Statuses = z.array(
  z.object({
    created_at: z.iso.datetime({ offset: true }),
    replies_count: Count,
    reblogs_count: Count,
    favourites_count: Count,
    quotes_count: Count,
    reblog: z.unknown().optional(),
  }),
)

/** The most that a server gives at once. */
const PAGE = 40

/** A profile as the account's own server shows it. A server in limited federation mode shows none. */
export const lookUpMastodon: LookUp = async (tools, wanted) => {
  const place = placeOf(wanted)
  if (place === null) return problem('look-up.not-possible')
  const query = new URLSearchParams({ acct: place.name })
  const read = await askJson(tools, `${place.origin}/api/v1/accounts/lookup?${query}`, Shown)
  if (read.kind === 'problem') return read
  const shown = read.value
  const fields = shown.fields ?? []
  return {
    kind: 'found',
    profile: {
      name: shown.display_name ?? '',
      url: shown.url ?? null,
      followers: shown.followers_count ?? null,
      following: shown.following_count ?? null,
      posts: shown.statuses_count ?? null,
      // A server gives everybody a picture; the one of those who chose none has this name.
      hasPicture: shown.avatar === null || shown.avatar === undefined ? null : !shown.avatar.endsWith('/missing.png'),
      hasText: (shown.note ?? '').replaceAll(/<[^>]*>/g, '').trim() !== '',
      hasLink: [shown.note ?? '', ...fields.map(({ value }) => value)].some((text) => /https?:\/\//.test(text)),
      isVerified: fields.some(({ verified_at: at }) => at !== null && at !== undefined),
      recent: await recentPosts(tools, place.origin, shown.id),
    },
  }
}

/** Which server is asked, and for whom: by the address of the profile, else by the server in the handle. */
function placeOf({ handle, url }: Wanted): { origin: string; name: string } | null {
  const [name = '', server = ''] = handle.split('@')
  const address = URL.parse(url === '' ? `https://${server}` : url)
  if (address === null || name === '' || (url === '' && server === '')) return null
  return { origin: address.origin, name: server === '' || server === address.host ? name : handle }
}

async function recentPosts(tools: Tools, origin: string, id: string): Promise<Profile['recent']> {
  const query = new URLSearchParams({ limit: String(PAGE), exclude_reblogs: 'true', exclude_replies: 'true' })
  const read = await askJson(tools, `${origin}/api/v1/accounts/${encodeURIComponent(id)}/statuses?${query}`, Statuses)
  if (read.kind === 'problem') return null
  return {
    complete: read.value.length < PAGE,
    posts: read.value
      .filter(({ reblog }) => reblog === null || reblog === undefined)
      .map((status) => ({
        at: new Date(status.created_at),
        interactions:
          (status.replies_count ?? 0) +
          (status.reblogs_count ?? 0) +
          (status.favourites_count ?? 0) +
          (status.quotes_count ?? 0),
      })),
  }
}
