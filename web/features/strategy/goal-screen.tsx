import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { StandingBadge } from '#web/ui/badges.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { TraceCard } from '#web/ui/trace-card.tsx'
import { useTrace } from '#web/ui/use-trace.ts'
import { GoalCampaigns } from './goals/goal-campaigns.tsx'
import { EditionNotice } from './goals/edition-notice.tsx'
import { GoalDetails } from './goals/goal-details.tsx'
import { PartsCard } from './goals/parts-card.tsx'
import { ProgressCard } from './goals/progress-card.tsx'
import { ReviewCard } from './cascade/review-card.tsx'
import { HistoryCard } from './history/history-card.tsx'
import { everyProgress } from './records.ts'
import type { Goal } from './records.ts'
import { ResultCard } from './result-card.tsx'
import { StrategySheet } from './strategy-sheet.tsx'
import type { Writing } from './strategy-sheet.tsx'
import { useGap } from './use-gap.ts'
import { useRemoval } from './use-removal.ts'
import classes from './strategy.module.css'

/** One goal: its trace, its way from baseline to target, the campaigns that serve it and what happened to it. */
export function GoalScreen() {
  const { t } = useTranslation('strategy')
  const { id } = useParams({ from: '/shell/strategy/goals/$id' })
  const [writing, setWriting] = useState<Writing | null>(null)
  const query = useQuery(orpc.strategy.goal.queryOptions({ input: { id } }))
  const progress = useQuery(everyProgress)
  const trace = useTrace('goal', id)
  const goElsewhere = useGap(trace)
  const goal = query.data
  const edit = () => goal !== undefined && setWriting({ what: 'goal', goal })
  const standing = progress.data?.get(id)?.standing
  return (
    <Page
      title={goal?.title ?? t('goal')}
      badge={standing !== undefined && <StandingBadge standing={standing} />}
      actions={goal !== undefined && <Actions goal={goal} onEdit={edit} />}
    >
      <div className={classes.stack}>
        <TraceCard trace={trace} onClose={(gap) => (gap === 'objective' ? edit() : goElsewhere(gap))} />
        {goal !== undefined && <EditionNotice goal={goal} />}
        <Loaded query={query} skeleton={6}>
          {(shown) => (
            <div className={classes.columns}>
              <div>
                <Loaded query={progress}>{(all) => <ProgressCard goal={shown} progress={all.get(id)} />}</Loaded>
                <PartsCard goal={shown} />
                <GoalCampaigns goalId={id} />
                <ResultCard trace={trace} />
              </div>
              <div>
                <GoalDetails goal={shown} onLink={edit} />
                <ReviewCard subjectId={id} />
                <ReviewCard causeId={id} />
                <HistoryCard type="goal" id={id} />
              </div>
            </div>
          )}
        </Loaded>
      </div>
      <StrategySheet writing={writing} onDone={() => setWriting(null)} />
    </Page>
  )
}

function Actions({ goal, onEdit }: { goal: Goal; onEdit: () => void }) {
  const { t } = useTranslation('strategy')
  const remove = useRemoval('goal')
  return (
    <Group gap={8}>
      <AllowedButton
        action="goals.change"
        variant="default"
        icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
        heldBy={goal.campaigns > 0 ? t('goal.held', { count: goal.campaigns }) : undefined}
        onClick={() => void remove(goal)}
      >
        {t('remove')}
      </AllowedButton>
      <AllowedButton action="goals.change" icon={<IconPencil size={16} stroke={1.5} aria-hidden />} onClick={onEdit}>
        {t('edit')}
      </AllowedButton>
    </Group>
  )
}
