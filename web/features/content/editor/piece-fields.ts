import type { Piece } from '../records.ts'

/** What a person can change of a piece. */
export interface PieceFields {
  readonly title: string
  readonly body: string
  readonly language: string
  readonly campaignId: string | null
  readonly mediaIds: readonly string[]
}

type FieldName = keyof PieceFields
const NAMES: readonly FieldName[] = ['title', 'body', 'language', 'campaignId', 'mediaIds']

/** The changeable part of a piece. */
export function fieldsOf(piece: Piece): PieceFields {
  const { title, body, language, campaign, media } = piece
  return { title, body, language, campaignId: campaign?.id ?? null, mediaIds: media.map(({ id }) => id) }
}

function same(one: PieceFields, other: PieceFields, name: FieldName): boolean {
  return JSON.stringify(one[name]) === JSON.stringify(other[name])
}

/** The fields that differ from the base, with their new values. */
export function changesFrom(base: PieceFields, mine: PieceFields): Partial<PieceFields> {
  return Object.fromEntries(NAMES.filter((name) => !same(base, mine, name)).map((name) => [name, mine[name]]))
}

/** Two persons' changes of the same base: joined where they touch different fields, else the fields both have changed differently. */
export function mergeFields({ base, mine, theirs }: Record<'base' | 'mine' | 'theirs', PieceFields>): {
  readonly merged: PieceFields
  readonly clashes: readonly FieldName[]
} {
  const own = changesFrom(base, mine)
  const clashes = NAMES.filter((name) => name in own && !same(base, theirs, name) && !same(mine, theirs, name))
  return { merged: { ...theirs, ...own }, clashes }
}
