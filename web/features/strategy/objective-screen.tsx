import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { TraceCard } from '#web/ui/trace-card.tsx'
import { useTrace } from '#web/ui/use-trace.ts'
import { ReviewCard } from './cascade/review-card.tsx'
import { HistoryCard } from './history/history-card.tsx'
import { ObjectiveDetails } from './objectives/objective-details.tsx'
import { ObjectiveGoals } from './objectives/objective-goals.tsx'
import type { Objective } from './records.ts'
import { ResultCard } from './result-card.tsx'
import { StrategySheet } from './strategy-sheet.tsx'
import type { Writing } from './strategy-sheet.tsx'
import { useGap } from './use-gap.ts'
import { useRemoval } from './use-removal.ts'
import classes from './strategy.module.css'

/** One objective: its trace, what it says, the goals that serve it, what came back and what happened to it. */
export function ObjectiveScreen() {
  const { t } = useTranslation('strategy')
  const { id } = useParams({ from: '/shell/strategy/objectives/$id' })
  const [writing, setWriting] = useState<Writing | null>(null)
  const query = useQuery(orpc.strategy.objective.queryOptions({ input: { id } }))
  const trace = useTrace('objective', id)
  const goElsewhere = useGap(trace)
  const addGoal = () => setWriting({ what: 'new-goal', objectiveId: id })
  const objective = query.data
  return (
    <Page
      title={objective?.title ?? t('objective')}
      sub={objective !== undefined && t(`perspective.${objective.perspective}`)}
      actions={
        objective !== undefined && (
          <Actions objective={objective} onEdit={() => setWriting({ what: 'objective', objective })} />
        )
      }
    >
      <div className={classes.stack}>
        <TraceCard trace={trace} onClose={(gap) => (gap === 'goal' ? addGoal() : goElsewhere(gap))} />
        <Loaded query={query} skeleton={6}>
          {(shown) => (
            <div className={classes.columns}>
              <div>
                <ObjectiveGoals objectiveId={id} onAdd={addGoal} />
                <ResultCard trace={trace} />
              </div>
              <div>
                <ObjectiveDetails objective={shown} />
                <ReviewCard subjectId={id} />
                <ReviewCard causeId={id} />
                <HistoryCard type="objective" id={id} />
              </div>
            </div>
          )}
        </Loaded>
      </div>
      <StrategySheet writing={writing} onDone={() => setWriting(null)} />
    </Page>
  )
}

function Actions({ objective, onEdit }: { objective: Objective; onEdit: () => void }) {
  const { t } = useTranslation('strategy')
  const remove = useRemoval('objective')
  return (
    <Group gap={8}>
      <AllowedButton
        action="objectives.change"
        variant="default"
        icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
        heldBy={objective.goals > 0 ? t('objective.held', { count: objective.goals }) : undefined}
        onClick={() => void remove(objective)}
      >
        {t('remove')}
      </AllowedButton>
      <AllowedButton
        action="objectives.change"
        icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
        onClick={onEdit}
      >
        {t('edit')}
      </AllowedButton>
    </Group>
  )
}
