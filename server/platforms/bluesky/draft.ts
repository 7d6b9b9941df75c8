import { findLinks } from '#contract/text-count.ts'
import type { Part } from '../port.ts'
import { POST_COLLECTION } from './description.ts'
import { facetsOf, handleResolver } from './facets.ts'
import { linkCard } from './link-card.ts'
import type { Draft } from './record.ts'
import { uploadPictures } from './upload-pictures.ts'
import { done, stoppedBefore, type Step, type Work } from './work.ts'

/**
 * The record of one part, all but its place in the thread. Built once and kept before anything is sent: resolving a
 * mention or reading a page again could give another record, and only an identical one can be repeated safely.
 */
export async function draftOf(work: Work, part: Part, index: number): Promise<Step<Draft>> {
  const { job, memory, session, tools } = work
  const before = memory.drafts.read(index)
  if (before !== null) return done(before)
  const facets = await facetsOf(part.text, handleResolver(tools, session.settings.pds, job.signal))
  if (facets.kind === 'failed') return stoppedBefore(facets)
  const embed = await embedOf(work, part, index)
  if (embed.kind === 'stopped') return embed
  const draft: Draft = {
    $type: POST_COLLECTION,
    text: part.text,
    ...(facets.body.length === 0 ? {} : { facets: facets.body.map((facet) => ({ ...facet })) }),
    ...(embed.value === null ? {} : { embed: embed.value }),
    ...(job.message.language === null ? {} : { langs: [job.message.language] }),
    // A millisecond apart, so that readers that sort by time keep the order of the thread.
    createdAt: new Date(job.startedAt.getTime() + index).toISOString(),
  }
  await memory.drafts.keep(index, draft)
  return done(draft)
}

async function embedOf(work: Work, part: Part, index: number): Promise<Step<Draft['embed'] | null>> {
  if (part.pictures.length > 0) {
    const pictures = await uploadPictures(work, index, part.pictures)
    return pictures.kind === 'stopped' ? pictures : done({ ...pictures.value })
  }
  const [link] = findLinks(part.text)
  return done(link === undefined ? null : { ...(await linkCard(work.tools, link.url, work.job.signal)) })
}
