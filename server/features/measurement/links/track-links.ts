import type { Db } from '#server/kernel/database/database.ts'
import { replaceLinks, shortAddress, targetsIn } from '../domain/short-links.ts'
import type { Needs } from '../needs.ts'
import { makeCode } from './link-code.ts'
import { deleteUnusedLinks, insertLink, readPostLinks } from './store-links.ts'

/** A post whose links are to be counted: the texts as people wrote them, in their order. */
export interface PostTexts {
  readonly organisationId: string
  readonly postId: string
  readonly channelId: string
  readonly campaignId: string | null
  readonly texts: readonly string[]
}

/**
 * Replaces every web address in the texts by a short link that counts its clicks. One target of a post has one link, also
 * when it is asked for again; links that are our short links already stay. Links that a changed post no longer uses go, unless
 * somebody has followed them or the post has begun to go out. Runs in the caller's transaction.
 */
export async function trackLinks(kernel: Needs, db: Db, post: PostTexts): Promise<string[]> {
  const { publicUrl } = kernel.config
  const targets = targetsIn(publicUrl, post.texts)
  await deleteUnusedLinks(db, post.organisationId, post.postId, targets)
  if (targets.length === 0) return [...post.texts]
  const codes = await readPostLinks(db, post.organisationId, post.postId)
  for (const target of targets) {
    if (!codes.has(target)) codes.set(target, await makeLink(kernel, db, post, target))
  }
  const shortOf = (target: string): string | null => {
    const code = codes.get(target)
    return code === undefined ? null : shortAddress(publicUrl, code)
  }
  return post.texts.map((text) => replaceLinks(publicUrl, text, shortOf))
}

const MOST_TRIES = 20

async function makeLink(kernel: Needs, db: Db, post: PostTexts, target: string): Promise<string> {
  const { organisationId, postId, channelId, campaignId } = post
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = makeCode()
    const link = {
      organisationId,
      id: kernel.clock.newId(),
      code,
      target,
      postId,
      channelId,
      campaignId,
      createdAt: kernel.clock.now(),
    }
    if (await insertLink(db, link)) return code
  }
  throw new Error(`No free code for a short link in ${MOST_TRIES} tries.`)
}
