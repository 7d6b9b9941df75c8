import { sql } from 'kysely'
import { z } from 'zod'
import { Language } from '#contract/kinds.ts'
import type { Database, Db } from '#server/kernel/database/database.ts'
import { ArticlePicture, type Article, type ArticleHead } from './article.ts'
import { freeSlug } from './text/slug-of-title.ts'

export interface Organisation {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly language: Language
  readonly timeZone: string
  readonly sample: boolean
}

export interface NewArticle extends Omit<Article, 'removedAt'> {
  readonly organisationId: string
  readonly channelId: string
  readonly token: string
}

const ORGANISATION_COLUMNS = ['organisation_id', 'name', 'slug', 'language', 'time_zone', 'sample'] as const
const HEAD_COLUMNS = ['id', 'slug', 'title', 'summary', 'language', 'pictures', 'published_at'] as const
const COLUMNS = [...HEAD_COLUMNS, 'body', 'removed_at'] as const

/** The organisation of the transaction. Throws where there is none. */
export async function selectOrganisation(db: Db, organisationId: string): Promise<Organisation> {
  const query = db
    .selectFrom('organisations')
    .select(ORGANISATION_COLUMNS)
    .where('organisation_id', '=', organisationId)
  return toOrganisation(await query.executeTakeFirstOrThrow())
}

/** The organisation with this public name, for somebody who is nobody's member. */
export async function findOrganisation(database: Database, slug: string): Promise<Organisation | null> {
  const row = await database.lookUp(slug, (db) =>
    db.selectFrom('organisations').select(ORGANISATION_COLUMNS).where('slug', '=', slug).executeTakeFirst(),
  )
  return row === undefined ? null : toOrganisation(row)
}

/**
 * The article of this token: the one that is there already, or this one, under its slug or the first free one after it.
 * One organisation's articles are written one after another, so that no two choose the same slug.
 */
export async function insertArticle(db: Db, article: NewArticle): Promise<Article> {
  const { organisationId, token } = article
  await sql`select pg_advisory_xact_lock(hashtextextended(${`newsroom ${organisationId}`}, 0))`.execute(db)
  const existing = await selectByToken(db, organisationId, token)
  if (existing !== null) return existing
  const slug = freeSlug(article.slug, await slugsLike(db, organisationId, article.slug))
  const { id, title, summary, body, language, publishedAt } = article
  await db
    .insertInto('newsroom_articles')
    .values({
      organisation_id: organisationId,
      id,
      channel_id: article.channelId,
      token,
      slug,
      title,
      summary,
      body,
      language,
      pictures: JSON.stringify(article.pictures),
      published_at: publishedAt,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'token']).doNothing())
    .execute()
  const written = await selectByToken(db, organisationId, token)
  if (written === null) throw new Error('An article that was just written is not there')
  return written
}

async function slugsLike(db: Db, organisationId: string, slug: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('newsroom_articles')
    .select('slug')
    .where('organisation_id', '=', organisationId)
    .where((eb) => eb.or([eb('slug', '=', slug), eb('slug', 'like', `${slug}-%`)]))
    .execute()
  return new Set(rows.map((row) => row.slug))
}

/** The article of a delivery, removed ones too. */
export async function selectByToken(db: Db, organisationId: string, token: string): Promise<Article | null> {
  const row = await articles(db, organisationId).select(COLUMNS).where('token', '=', token).executeTakeFirst()
  return row === undefined ? null : toArticle(row)
}

/** An article by its public name, removed ones too. */
export async function selectBySlug(db: Db, organisationId: string, slug: string): Promise<Article | null> {
  const row = await articles(db, organisationId).select(COLUMNS).where('slug', '=', slug).executeTakeFirst()
  return row === undefined ? null : toArticle(row)
}

export interface Stretch {
  readonly skip: number
  readonly most: number
}

/** Shown articles, newest first. */
export async function selectRecent(db: Db, organisationId: string, { skip, most }: Stretch): Promise<ArticleHead[]> {
  const rows = await shown(db, organisationId).select(HEAD_COLUMNS).offset(skip).limit(most).execute()
  return rows.map(toHead)
}

/** Shown articles with their texts, newest first. */
export async function selectRecentWithBody(db: Db, organisationId: string, most: number): Promise<Article[]> {
  const rows = await shown(db, organisationId).select(COLUMNS).limit(most).execute()
  return rows.map(toArticle)
}

/** When an article last came or went; null before the first. */
export async function selectChangedAt(db: Db, organisationId: string): Promise<Date | null> {
  const row = await articles(db, organisationId)
    .select((eb) => eb.fn.max(eb.fn<Date>('greatest', ['published_at', 'removed_at'])).as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}

/** Hides an article from now on; one that is hidden already keeps its time. */
export async function markRemoved(
  db: Db,
  { organisationId, articleId, at }: { organisationId: string; articleId: string; at: Date },
): Promise<void> {
  await db
    .updateTable('newsroom_articles')
    .set({ removed_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', articleId)
    .where('removed_at', 'is', null)
    .execute()
}

function articles(db: Db, organisationId: string) {
  return db.selectFrom('newsroom_articles').where('organisation_id', '=', organisationId)
}

function shown(db: Db, organisationId: string) {
  return articles(db, organisationId)
    .where('removed_at', 'is', null)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
}

interface HeadRow {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly language: string
  readonly pictures: unknown
  readonly published_at: Date
}

function toHead({ pictures, published_at: publishedAt, ...row }: HeadRow): ArticleHead {
  const { id, slug, title, summary, language } = row
  return { id, slug, title, summary, language, pictures: z.array(ArticlePicture).parse(pictures), publishedAt }
}

function toArticle(row: HeadRow & { readonly body: string; readonly removed_at: Date | null }): Article {
  return { ...toHead(row), body: row.body, removedAt: row.removed_at }
}

function toOrganisation(row: {
  organisation_id: string
  name: string
  slug: string
  language: string
  time_zone: string
  sample: boolean
}): Organisation {
  const { organisation_id: id, name, slug, time_zone: timeZone, sample } = row
  return { id, name, slug, language: Language.catch('en').parse(row.language), timeZone, sample }
}
