import type { TextRule } from '#contract/platforms.ts'
import { findHashtags } from '#contract/text-count.ts'
import type { Document } from './document.ts'
import { fitsRule, type Fits } from './fit.ts'
import { proposeHashtags } from './hashtags.ts'
import { leadSentence } from './lead-sentence.ts'
import { shortenLine } from './shorten.ts'
import { lastLink } from './thread.ts'

/** One post: the whole text where it fits, else its first strong sentence and its link; hashtags where there is room left. */
export function shortPost(document: Document, rule: TextRule): string {
  const fits = fitsRule(rule)
  return withHashtags(fits(document.text) ? document.text : summary(document, fits), document, fits)
}

function summary(document: Document, fits: Fits): string {
  const lead = leadSentence(document.passages, document.language)
  const link = lastLink(document)
  if (link === null || !fits(link) || (lead.includes(link) && fits(lead)))
    return shortenLine(lead, document.language, fits)
  const words = lead.replace(link, '').trim()
  const withLink = (text: string) => (text === '' ? link : `${text}\n\n${link}`)
  return withLink(shortenLine(words, document.language, (text) => fits(withLink(text))))
}

/** Adds what fits of the proposed hashtags, unless the writer has set some. */
function withHashtags(text: string, { passages, language }: Document, fits: Fits): string {
  if (findHashtags(text).length > 0) return text
  return proposeHashtags(passages, language).reduce((post, tag) => {
    const longer = post === text ? `${post}\n\n${tag}` : `${post} ${tag}`
    return fits(longer) ? longer : post
  }, text)
}
