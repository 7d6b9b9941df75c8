import { createHash } from 'node:crypto'

/** What an approval is bound to: the words, pictures, links and channel (the delivery's hash), and the audience the campaign speaks to. */
export function fingerprintOf(contentHash: string, campaignId: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([contentHash, campaignId]))
    .digest('hex')
}
