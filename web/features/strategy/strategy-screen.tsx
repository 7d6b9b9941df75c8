import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconTarget } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { DirectionCard } from './direction/direction-card.tsx'
import { StrategyMap } from './map/strategy-map.tsx'
import { everyGoal, everyObjective } from './records.ts'
import { StrategySheet } from './strategy-sheet.tsx'
import { StrategyTabs } from './strategy-tabs.tsx'
import type { Writing } from './strategy-sheet.tsx'
import classes from './strategy.module.css'

/** The strategy on one page: what we are here for, the objectives by perspective, and the goals that serve them. */
export function StrategyScreen() {
  const { t } = useTranslation('strategy')
  const [writing, setWriting] = useState<Writing | null>(null)
  const objectives = useQuery(everyObjective)
  const goals = useQuery(everyGoal)
  const add = <IconPlus size={16} stroke={1.5} aria-hidden />
  return (
    <Page
      title={t('title')}
      actions={
        <Group gap={8}>
          <AllowedButton
            action="goals.change"
            variant="default"
            icon={add}
            onClick={() => setWriting({ what: 'new-goal' })}
          >
            {t('goal.add')}
          </AllowedButton>
          <AllowedButton
            action="objectives.change"
            icon={add}
            onClick={() => setWriting({ what: 'new-objective', perspective: 'financial' })}
          >
            {t('objective.add')}
          </AllowedButton>
        </Group>
      }
    >
      <StrategyTabs />
      <div className={classes.stack}>
        <DirectionCard />
        <Loaded query={objectives} skeleton={8}>
          {(all) =>
            all.length === 0 && (goals.data ?? []).length === 0 ? (
              <FirstObjective onAdd={() => setWriting({ what: 'new-objective', perspective: 'financial' })} />
            ) : (
              <Loaded query={goals} skeleton={8}>
                {(served) => <StrategyMap objectives={all} goals={served} onWrite={setWriting} />}
              </Loaded>
            )
          }
        </Loaded>
      </div>
      <StrategySheet writing={writing} onDone={() => setWriting(null)} />
    </Page>
  )
}

function FirstObjective({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation('strategy')
  return (
    <Card>
      <Empty
        icon={IconTarget}
        title={t('empty')}
        text={t('empty.text')}
        example={t('empty.example')}
        action={
          <AllowedButton action="objectives.change" why="beside" onClick={onAdd}>
            {t('empty.action')}
          </AllowedButton>
        }
      />
    </Card>
  )
}
