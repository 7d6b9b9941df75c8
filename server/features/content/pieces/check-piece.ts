import { unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { findCampaign } from '../campaigns/store.ts'
import { findMedia } from '../media/store.ts'

/** Refuses a campaign that is not there, or no longer. */
export async function checkCampaignOfPiece(
  db: Db,
  organisationId: string,
  campaignId: string | null | undefined,
): Promise<void> {
  if (campaignId === null || campaignId === undefined) return
  if ((await findCampaign(db, organisationId, campaignId)) === null) throw unknownReference('campaignId')
}

/** Each picture once, in the order given. Refuses pictures that are not there; `path` names the field they came in. */
export async function checkPictures(
  db: Db,
  organisationId: string,
  { mediaIds, path }: { readonly mediaIds: readonly string[]; readonly path: string },
): Promise<string[]> {
  const wanted = [...new Set(mediaIds)]
  const found = await findMedia(db, organisationId, wanted)
  if (found.size < wanted.length) throw unknownReference(path)
  return wanted
}
