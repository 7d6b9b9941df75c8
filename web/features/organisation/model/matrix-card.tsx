import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ACTIVITIES, PARTS } from '#contract/actions.ts'
import type { Activity } from '#contract/actions.ts'
import { useMay } from '#web/kernel/session.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { MatrixCell } from './matrix-cell.tsx'
import type { CellPart, Draft, MatrixRow } from './records.ts'
import classes from './model.module.css'

interface MatrixCardProps {
  /** As they would be with the draft. */
  readonly rows: readonly MatrixRow[]
  /** As they are in force. */
  readonly before: readonly MatrixRow[]
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** Units and activities with a letter each. Arrow keys go from cell to cell; pressing one offers the parts. */
export function MatrixCard({ rows, before, draft, onChange }: MatrixCardProps) {
  const { t } = useTranslation('model')
  const mayChange = useMay('operating-model.change').allowed
  const partsBefore = useMemo(
    () =>
      new Map(
        before.flatMap(({ unit, cells }) => ACTIVITIES.map((one) => [`${unit.id} ${one}`, cells[one]?.part ?? null])),
      ),
    [before],
  )
  const set = (unitId: string, activity: Activity, part: CellPart) =>
    onChange({
      ...draft,
      cells: [
        ...draft.cells.filter((cell) => cell.unitId !== unitId || cell.activity !== activity),
        { unitId, activity, part },
      ],
    })
  return (
    <Card title={t('matrix')} pad={false} end={<Letters />}>
      <div className={classes.scroll}>
        <table className={classes.matrix}>
          <caption className="visually-hidden">{t('matrix.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('matrix.unit')}</th>
              {ACTIVITIES.map((activity) => (
                <th key={activity} scope="col">
                  {t(`activity.${activity}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, cells }, row) => (
              <tr key={unit.id}>
                <th scope="row" style={{ paddingInlineStart: 16 + unit.depth * 16 }}>
                  {unit.name} {unit.centre && <Badge tone="accent">{t('matrix.centre')}</Badge>}
                </th>
                {unit.kind === 'agency' ? (
                  <td colSpan={ACTIVITIES.length} className={classes.quietCell}>
                    {t('matrix.agency')}
                  </td>
                ) : (
                  ACTIVITIES.map((activity, column) => (
                    <td key={activity}>
                      <MatrixCell
                        name={`${unit.name}, ${t(`activity.${activity}`)}`}
                        cell={cells[activity]}
                        changed={
                          (cells[activity]?.part ?? null) !== (partsBefore.get(`${unit.id} ${activity}`) ?? null)
                        }
                        mayChange={mayChange}
                        first={row === 0 && column === 0}
                        onSet={(part) => set(unit.id, activity, part)}
                      />
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Letters() {
  const { t } = useTranslation('model')
  return (
    <ul className={classes.letters} aria-label={t('letters')}>
      {PARTS.map((part) => (
        <li key={part}>
          <b className={classes.letter} data-part={part} aria-hidden>
            {t(`letter.${part}`)}
          </b>
          {t(`part.${part}`)}
        </li>
      ))}
    </ul>
  )
}
