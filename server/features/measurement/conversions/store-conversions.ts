import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

/** A person's click that a conversion is credited to. */
export interface CreditedClick {
  readonly clickId: string
  readonly linkId: string
  readonly postId: string | null
  readonly clickedAt: Date
}

/** Between which instants a click may lie to be credited, both included. */
export interface CreditWindow {
  readonly organisationId: string
  readonly from: Date
  readonly to: Date
}

/** The visitor of a click, or null where the organisation has no such click. */
export async function findVisitor(db: Db, organisationId: string, clickId: string): Promise<string | null> {
  const row = await db
    .selectFrom('measurement_clicks')
    .select('visitor')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', clickId)
    .executeTakeFirst()
  return row?.visitor ?? null
}

function clicksIn(db: Db, { organisationId, from, to }: CreditWindow) {
  return db
    .selectFrom('measurement_clicks')
    .select(['id as clickId', 'link_id as linkId', 'post_id as postId', 'at as clickedAt'])
    .where('organisation_id', '=', organisationId)
    .where('robot', '=', false)
    .where('at', '>=', from)
    .where('at', '<=', to)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
}

/** The visitor's last click in the window. */
export async function lastClickOfVisitor(db: Db, within: CreditWindow, visitor: string): Promise<CreditedClick | null> {
  return (await clicksIn(db, within).where('visitor', '=', visitor).executeTakeFirst()) ?? null
}

/** The link's last click in the window. */
export async function lastClickOfLink(db: Db, within: CreditWindow, linkId: string): Promise<CreditedClick | null> {
  return (await clicksIn(db, within).where('link_id', '=', linkId).executeTakeFirst()) ?? null
}

export interface NewConversion {
  readonly organisationId: string
  readonly id: string
  readonly name: string
  readonly value: string
  readonly currency: string
  readonly occurredAt: Date
  readonly reference: string | null
  readonly click: CreditedClick | null
  readonly createdAt: Date
}

/** Stores a conversion; false when its reference is there already. */
export async function insertConversion(db: Db, conversion: NewConversion): Promise<boolean> {
  const { click } = conversion
  const row = await db
    .insertInto('measurement_conversions')
    .values({
      organisation_id: conversion.organisationId,
      id: conversion.id,
      name: conversion.name,
      value: conversion.value,
      currency: conversion.currency,
      occurred_at: conversion.occurredAt,
      reference: conversion.reference,
      click_id: click?.clickId ?? null,
      link_id: click?.linkId ?? null,
      post_id: click?.postId ?? null,
      clicked_at: click?.clickedAt ?? null,
      created_at: conversion.createdAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'reference']).where('reference', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export interface ConversionRow {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly currency: string
  readonly occurredAt: Date
  readonly reference: string | null
  readonly clickId: string | null
  readonly linkId: string | null
  readonly postId: string | null
  readonly clickedAt: Date | null
}

export interface ConversionsWanted {
  readonly before: string | null
  readonly limit: number
  /** Only those credited to such posts, by the columns of a post `p`; null: all, credited or not. */
  readonly ofPosts: RawBuilder<boolean> | null
}

/** Conversions, last recorded first. */
export async function readConversions(
  db: Db,
  organisationId: string,
  { before, limit, ofPosts }: ConversionsWanted,
): Promise<ConversionRow[]> {
  const { rows } = await sql<ConversionRow>`
    select id, name, trim_scale(value) as value, currency, occurred_at as "occurredAt", reference,
      click_id as "clickId", link_id as "linkId", post_id as "postId", clicked_at as "clickedAt"
    from measurement_conversions
    where organisation_id = ${organisationId} and (${before}::uuid is null or id < ${before}::uuid)
      and ${ofPosts === null ? sql`true` : sql`exists (select from publishing_posts p where p.organisation_id = ${organisationId} and p.id = measurement_conversions.post_id and ${ofPosts})`}
    order by id desc limit ${limit}`.execute(db)
  return rows
}
