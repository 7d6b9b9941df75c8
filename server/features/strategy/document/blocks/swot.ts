import { sql } from 'kysely'
import { column, count, row, table, text, word } from '../../domain/plan-content.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

interface SwotRow {
  readonly id: string
  readonly quadrant: string
  readonly text: string
  readonly evidence: number
}

/** Strengths, weaknesses, opportunities and threats, each with how much it rests on. */
export const swot: LiveBlock = {
  room: 'swot',
  section: 'audit',
  read: async ({ db, organisationId }) => {
    const { rows } = await sql<SwotRow>`
      select id, quadrant, text, jsonb_array_length(evidence) as evidence from strategy_swot
      where organisation_id = ${organisationId} and removed_at is null
      order by array_position(array['strength', 'weakness', 'opportunity', 'threat'], quadrant), id limit ${MOST_RECORDS}`.execute(
      db,
    )
    return table(
      rows.map((one) => row(one.id, [text(one.text), word(`document:value.${one.quadrant}`), count(one.evidence)])),
      { title: 'swot', columns: [column('statement'), column('kind'), column('evidence', 'end')] },
    )
  },
}
