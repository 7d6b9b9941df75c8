import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { BranchLink } from '../cascade/tree-row.tsx'
import { everyCampaign, everyPlan } from '../plans/records.ts'
import type { Scorecard, ScorecardObjective } from '../records.ts'
import { Remove } from './remove.tsx'
import classes from './scorecard.module.css'
import { useCardChange } from './use-card-change.ts'

type Kind = ScorecardObjective['initiatives'][number]['kind']

interface InitiativesPartProps {
  readonly card: Scorecard
  readonly objective: ScorecardObjective
}

/** The campaigns and plans that are to bring an objective about. */
export function InitiativesPart({ card, objective }: InitiativesPartProps) {
  const { t } = useTranslation('scorecard')
  const carryOut = useCardChange()
  const records = { campaign: useQuery(everyCampaign).data ?? [], plan: useQuery(everyPlan).data ?? [] }
  const set = (kind: Kind, recordId: string, linked: boolean) => {
    const initiative = { id: card.id, objectiveId: objective.id, kind, recordId }
    return carryOut(() => api.strategy.scorecards.setInitiative({ ...initiative, linked }), {
      words: t(linked ? 'initiatives.linked' : 'initiatives.unlinked'),
      undo: () => api.strategy.scorecards.setInitiative({ ...initiative, linked: !linked }),
    })
  }
  const linked = new Set(objective.initiatives.map(({ id }) => id))
  const choices = (['plan', 'campaign'] as const).map((kind) => ({
    group: t(`initiatives.kind.${kind}`),
    items: records[kind]
      .filter(({ id }) => !linked.has(id))
      .map(({ id, title }) => ({ value: `${kind} ${id}`, label: title })),
  }))
  const choose = (choice: string | null) => {
    const [kind, id] = choice?.split(' ') ?? []
    if ((kind === 'campaign' || kind === 'plan') && id !== undefined) void set(kind, id, true)
  }
  return (
    <>
      {objective.initiatives.length === 0 && <p className="text-2">{t('initiatives.none')}</p>}
      <ul className={classes.rows}>
        {objective.initiatives.map(({ kind, id, title }) => (
          <li key={id}>
            <span>
              <BranchLink branch={{ type: kind, id }}>{title}</BranchLink>{' '}
              <span className="text-2">{t(`initiatives.kind.${kind}`)}</span>
            </span>
            <Remove label={t('initiatives.remove', { title })} onClick={() => void set(kind, id, false)} />
          </li>
        ))}
      </ul>
      <Select
        size="xs"
        searchable
        limit={100}
        label={t('initiatives.add')}
        placeholder={t('initiatives.choose')}
        value={null}
        data={choices}
        onChange={choose}
      />
    </>
  )
}
