import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { RankingCard } from './channels/ranking-card.tsx'
import type { Way } from './channels/ranking-card.tsx'
import { allChoices } from './channels/records.ts'
import { RhythmCard } from './channels/rhythm-card.tsx'
import { WeightsCard } from './channels/weights-card.tsx'
import { StrategyTabs } from './strategy-tabs.tsx'
import classes from './strategy.module.css'

const PointsForm = lazy(async () => ({ default: (await import('./channels/points-form.tsx')).PointsForm }))
const DecideForm = lazy(async () => ({ default: (await import('./channels/decide-form.tsx')).DecideForm }))
const PlanForm = lazy(async () => ({ default: (await import('./channels/plan-form.tsx')).PlanForm }))

/** Channel choice: weights in sight, platforms by score with what would change the order, decisions and their plans. */
export function ChannelChoiceScreen() {
  const { t } = useTranslation(['choice', 'accounts'])
  const [open, setOpen] = useState<{ readonly way: Way | 'add'; readonly id: string } | null>(null)
  const close = () => setOpen(null)
  const query = useQuery(allChoices)
  const items = query.data?.items ?? []
  const choice = items.find(({ id }) => id === open?.id)
  const platform = choice === undefined ? '' : t(`accounts:platform.${choice.platform}`)
  const titles = {
    add: t('ranking.add'),
    points: t('points.edit', { platform }),
    decide: t('decide.of', { platform }),
    plan: t('plan.of', { platform }),
  }
  const taken = items.map((one) => one.platform)
  return (
    <Page title={t('title')} sub={t('sub')}>
      <StrategyTabs />
      <div className={classes.stack}>
        <Loaded query={query} skeleton={8}>
          {(choices) => (
            <>
              <WeightsCard key={choices.weightsVersion} choices={choices} />
              <RankingCard
                choices={choices.items}
                add={
                  <AllowedButton
                    action="goals.change"
                    size="xs"
                    icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
                    onClick={() => setOpen({ way: 'add', id: '' })}
                  >
                    {t('ranking.add')}
                  </AllowedButton>
                }
                onWay={(way, { id }) => setOpen({ way, id })}
              />
            </>
          )}
        </Loaded>
        <RhythmCard />
      </div>
      <SideSheet opened={open !== null} onClose={close} title={open === null ? '' : titles[open.way]}>
        <Suspense fallback={null}>
          {open?.way === 'add' && <PointsForm taken={taken} onDone={close} />}
          {choice !== undefined && open?.way === 'points' && (
            <PointsForm choice={choice} taken={taken} onDone={close} />
          )}
          {choice !== undefined && open?.way === 'decide' && <DecideForm choice={choice} onDone={close} />}
          {choice !== undefined && open?.way === 'plan' && <PlanForm choice={choice} onDone={close} />}
        </Suspense>
      </SideSheet>
    </Page>
  )
}
