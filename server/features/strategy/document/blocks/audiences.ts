import { sql } from 'kysely'
import { selectAudiences } from '../../audiences/store.ts'
import { column, count, list, row, table, text, word, type PlanValue } from '../../domain/plan-content.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

interface Place {
  readonly platform: string
  readonly strength: string
}

/** Whom the organisation speaks to: what they need, what holds them back, and where they gather. */
export const audiences: LiveBlock = {
  room: 'audiences',
  section: 'audience',
  read: async ({ db, organisationId }) => {
    const where = sql`a.archived_at is null`
    const rows = await selectAudiences(db, organisationId, { where, limit: MOST_RECORDS })
    return table(
      rows
        .toReversed()
        .map((one) =>
          row(one.id, [
            text(one.name),
            lines(one.needs),
            lines(one.objections),
            list(placesOf(one.places).map(placeInWords)),
            text(one.units.map(({ name }) => name).join(', ')),
            count(one.campaigns),
          ]),
        ),
      {
        title: 'audiences',
        columns: [
          column('audience'),
          column('needs'),
          column('objections'),
          column('places'),
          column('regions'),
          column('campaigns', 'end'),
        ],
      },
    )
  },
}

function lines(words: readonly string[]): PlanValue {
  return list(words.map((one) => text(one)))
}

/** Written by us, through the contract. */
function placesOf(column: unknown): readonly Place[] {
  return column as readonly Place[]
}

function placeInWords({ platform, strength }: Place): PlanValue {
  return word('document:value.place', {
    platform: platform.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
    strength,
  })
}
