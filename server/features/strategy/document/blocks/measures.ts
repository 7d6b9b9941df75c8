import { column, kpiName, NONE, row, table, text, word, type PlanValue } from '../../domain/plan-content.ts'
import { measureLights } from '../../scorecard/measure-lights.ts'
import { selectCardObjectives, selectCards } from '../../scorecard/store-cards.ts'
import { selectMeasures } from '../../scorecard/store-links.ts'
import type { LiveBlock } from './block.ts'

/** The measures of the company's scorecard with their thresholds, their values and their lights. */
export const measures: LiveBlock = {
  room: 'measures',
  section: 'monitoring',
  read: async ({ db, ports, organisationId, now }) => {
    const companyId = (await selectCards(db, organisationId)).find(({ parentId }) => parentId === null)?.unitId
    if (companyId === undefined) return []
    const rows = await selectMeasures(db, organisationId, [companyId])
    const lights = await measureLights(db, ports, { organisationId, now, rows, companyId, costs: 'none' })
    const objectives = new Map((await selectCardObjectives(db, organisationId)).map(({ id, title }) => [id, title]))
    return table(
      rows.flatMap(({ id, objective_id: objectiveId }) => {
        const measured = lights.get(id)
        const title = objectives.get(objectiveId)
        if (measured === undefined || title === undefined) return []
        const { unit, currency, kpi, kpiName: own, days, green, amber, value, light } = measured
        const figure = (figured: string): PlanValue => ({ is: 'measure', value: figured, unit, currency })
        return [
          row(id, [
            kpiName(kpi, own),
            text(title),
            word('document:value.days', { days }),
            figure(green),
            figure(amber),
            value === null ? NONE : figure(value),
            word(`scorecard:light.${light}`),
          ]),
        ]
      }),
      {
        title: 'measures',
        columns: [
          column('kpi'),
          column('objective'),
          column('over'),
          column('green', 'end'),
          column('amber', 'end'),
          column('now', 'end'),
          column('light'),
        ],
      },
    )
  },
}
