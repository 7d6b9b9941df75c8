import { Refused, textField, type MastodonWorld } from './mastodon-http.ts'
import type { StoredAccount, StoredMedia } from './mastodon-store.ts'

/** A post that passed every rule of the platform. */
export interface ValidPost {
  readonly text: string
  readonly spoilerText: string
  readonly visibility: string
  readonly language: string | null
  readonly inReplyToId: string | null
  readonly media: readonly StoredMedia[]
}

const VISIBILITIES = ['public', 'unlisted', 'private', 'direct']
const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g
const REMOTE_MENTION = /(?<![\w/])@(\w+)@[\w.-]+\w/g
const LINK_LENGTH = 23

/** Graphemes, links at one length, remote mentions without their server; the warning counts as it is. */
export function countedLength(text: string, spoilerText: string): number {
  const shortened = text.replace(LINK, 'x'.repeat(LINK_LENGTH)).replace(REMOTE_MENTION, '@$1')
  const all = spoilerText + shortened
  if (/^[\n\x20-\x7e]*$/.test(all)) return all.length
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(all)].length
}

/** Checks a post as the server does, or throws its refusal. */
export function validPost(
  world: MastodonWorld,
  account: StoredAccount,
  fields: Readonly<Record<string, unknown>>,
): ValidPost {
  const text = textField(fields, 'status') ?? ''
  const spoilerText = textField(fields, 'spoiler_text') ?? ''
  const visibility = textField(fields, 'visibility') ?? 'public'
  const mediaIds = Array.isArray(fields['media_ids']) ? fields['media_ids'].map(String) : []
  if (!VISIBILITIES.includes(visibility)) throw invalid(world, 'Visibility is not included in the list', 'visibility')
  if (text.trim() === '' && mediaIds.length === 0) throw invalid(world, "Text can't be blank", 'text')
  const most = world.options.maxCharacters
  if (countedLength(text, spoilerText) > most) {
    throw invalid(world, `Text character limit of ${most} exceeded`, 'text', 'ERR_TOO_LONG')
  }
  const inReplyToId = textField(fields, 'in_reply_to_id')
  if (inReplyToId !== null && (world.store.statuses.get(inReplyToId)?.deleted ?? true)) {
    throw new Refused(404, 'The post you are trying to reply to does not appear to exist.')
  }
  const language = textField(fields, 'language')
  return { text, spoilerText, visibility, language, inReplyToId, media: attachable(world, account, mediaIds) }
}

function attachable(world: MastodonWorld, account: StoredAccount, ids: readonly string[]): StoredMedia[] {
  if (ids.length > 4) throw new Refused(status(world), 'Cannot attach more than 4 files')
  return ids.map((id) => {
    const media = world.store.media.get(id)
    if (media === undefined || media.accountId !== account.id || media.statusId !== null) {
      throw new Refused(status(world), `Media ${id} not found or already attached to another post`)
    }
    if (media.pending > 0) {
      throw new Refused(status(world), 'Cannot attach files that have not finished processing. Try again in a moment!')
    }
    return media
  })
}

/** GoToSocial answers 400 where Mastodon answers 422. */
function status({ options }: MastodonWorld): number {
  return options.software === 'gotosocial' ? 400 : 422
}

function invalid(world: MastodonWorld, description: string, field: string, error = 'ERR_INVALID'): Refused {
  if (world.options.software === 'gotosocial') return new Refused(400, `Bad Request: ${description}`)
  return new Refused(422, `Validation failed: ${description}`, { details: { [field]: [{ error, description }] } })
}
