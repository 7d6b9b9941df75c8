import type { z } from 'zod'
import type { VariantFields } from '#contract/content.ts'
import type { PlatformDescription } from '#contract/platforms.ts'
import { documentOf, type Document } from './document.ts'
import { fitsRule } from './fit.ts'
import { textPassage } from './passage.ts'
import { placePictures } from './place-pictures.ts'
import { readMarkdown } from './read-markdown.ts'
import { shortPost } from './short-post.ts'
import { shorten, shortenLine } from './shorten.ts'
import { splitIntoThread } from './thread.ts'

export type Proposal = z.output<typeof VariantFields>

export interface Source {
  readonly title: string
  /** Markdown. */
  readonly body: string
  readonly language: string
  /** In order. One that the body names by an address that holds its id stays near those words. */
  readonly mediaIds: readonly string[]
}

/**
 * The form of a piece that suits a channel: an article where articles are at home; else a thread where one post is too short
 * and threads exist; else one post. Every part fits by the platform's own counting, but for a link that is itself too long.
 * The same piece and description always give the same proposal.
 */
export function atomise(source: Source, description: PlatformDescription): Proposal {
  if (description.kind === 'owned' || description.kind === 'blog') return article(source, description)
  const document = readDocument(source)
  const fits = fitsRule(description.text)
  const parts = description.threads && !fits(document.text) ? splitIntoThread(document, description.text) : []
  const form = parts.length > 1 ? 'thread' : 'short-post'
  const texts =
    parts.length > 1 ? parts : [{ text: shortPost(document, description.text), start: 0, end: document.text.length }]
  const gallery = { mediaIds: unique(source.mediaIds), marks: document.pictures, most: description.pictures.most }
  const pictures = placePictures(texts, gallery)
  return proposal({
    form,
    title: titleFor(source, description),
    parts: texts.map(({ text }, index) => ({ text, mediaIds: pictures[index] ?? [] })),
  })
}

/** The words of the body or, where it has none, the title. */
function readDocument({ title, body, language }: Source): Document {
  const document = documentOf(readMarkdown(body), language)
  return document.text === ''
    ? { ...documentOf([textPassage(title)], language), pictures: document.pictures }
    : document
}

function article(source: Source, description: PlatformDescription): Proposal {
  const title = titleFor(source, description)
  const text = articleText(source, description)
  const mediaIds = unique(source.mediaIds).slice(0, description.pictures.most)
  return proposal({
    form: 'article',
    title,
    parts: [{ text: text === '' && title === null ? source.title : text, mediaIds }],
  })
}

/** Markdown as it is written where the platform reads it, else its words. Shortened only where the platform limits it. */
function articleText({ body, language }: Source, { markup, text: rule }: PlatformDescription): string {
  const fits = fitsRule(rule)
  if (markup === 'markdown' && fits(body)) return body
  return shorten(documentOf(markup === 'markdown' ? [textPassage(body.trim())] : readMarkdown(body), language), fits)
}

function titleFor({ title, language }: Source, description: PlatformDescription): string | null {
  const limit = description.title?.limit
  if (limit === undefined) return null
  return shortenLine(
    title,
    language,
    fitsRule({ unit: 'graphemes', limit: Math.min(limit, 300), byteLimit: null, linkLength: null }),
  )
}

function proposal(fields: Pick<Proposal, 'form' | 'title' | 'parts'>): Proposal {
  return { ...fields, contentWarning: null, visibility: null }
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
