import {
  column,
  day,
  kpiName,
  NONE,
  row,
  shareOf,
  table,
  text,
  word,
  type PlanBar,
  type PlanValue,
} from '../../domain/plan-content.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import { findKpiDefinitions } from '../../kpis/find-definitions.ts'
import type { MeasuredStanding } from '../../ports.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

const TONES: Readonly<Record<MeasuredStanding['standing'], PlanBar['tone']>> = {
  'on-path': 'good',
  reached: 'good',
  'at-risk': 'warn',
  behind: 'bad',
  missed: 'bad',
  'not-measured': 'plain',
}

/** Goals with what is measured of them and how far they have come. What is measured in cost is left out: this is read by everybody. */
export const goals: LiveBlock = {
  room: 'goals',
  section: 'goals',
  read: async ({ db, ports, organisationId, now }) => {
    const rows = await db
      .selectFrom('strategy_goals')
      .select(['id', 'title', 'kpi', 'kpi_edition', 'baseline', 'target', 'due_on'])
      .where('organisation_id', '=', organisationId)
      .where('removed_at', 'is', null)
      .orderBy('due_on')
      .orderBy('id')
      .limit(MOST_RECORDS)
      .execute()
    const references = rows.map(({ kpi, kpi_edition: kpiEdition }) => ({ kpi, kpiEdition }))
    const definitionOf = await findKpiDefinitions(db, organisationId, references)
    const standings = await ports.standingsOf(db, {
      organisationId,
      now,
      goalIds: rows.map(({ id }) => id),
      costs: 'none',
    })
    return table(
      rows.map((goal, place) => {
        const standing = standings.get(goal.id)
        const unit = standing?.unit ?? 'count'
        const measure = (value: string): PlanValue => ({
          is: 'measure',
          value: plainDecimal(value),
          unit,
          currency: standing?.currency ?? null,
        })
        const name = references[place] === undefined ? null : (definitionOf(references[place])?.name ?? null)
        return row(
          goal.id,
          [
            text(goal.title),
            kpiName(goal.kpi, name),
            measure(goal.baseline),
            standing === undefined || standing.now === null ? NONE : measure(standing.now),
            measure(goal.target),
            day(goal.due_on),
            word(`ui:standing.${standing?.standing ?? 'not-measured'}`),
          ],
          standing === undefined ? null : barOf(goal, standing),
        )
      }),
      {
        title: 'goals',
        columns: [
          column('goal'),
          column('kpi'),
          column('baseline', 'end'),
          column('now', 'end'),
          column('target', 'end'),
          column('due'),
          column('standing'),
        ],
        chart: 'progress',
      },
    )
  },
}

/** How far a goal has come on the way from its baseline to its target; floating point is good enough for a picture. */
function barOf(
  { baseline, target }: { readonly baseline: string; readonly target: string },
  { now, neededToday, standing }: MeasuredStanding,
): PlanBar {
  const [from, to] = [Number(baseline), Number(target)]
  const way = (value: string) => shareOf((Number(value) - from) / (to - from || 1), 1)
  return { share: now === null ? 0 : way(now), mark: way(neededToday), tone: TONES[standing], label: null }
}
