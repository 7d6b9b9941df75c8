import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconAlertTriangle, IconLinkOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import classes from '../content.module.css'
import { everyGoal, refreshContent } from '../records.ts'
import type { Campaign } from '../records.ts'

/** The goals that a campaign serves, linked and unlinked on the spot. */
export function CampaignGoals({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('content')
  const time = useTime()
  const goals = useQuery(everyGoal).data ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const setGoals = useSetGoals(campaign.id)
  const linked = campaign.goals.map((goal) => goal.id)
  const free = goals.filter((goal) => !linked.includes(goal.id)).map(({ id, title }) => ({ value: id, label: title }))
  const link = async () => {
    if (chosen === null) return
    await setGoals({ campaign, goalIds: [...linked, chosen], said: t('campaign.linked') })
    setChosen(null)
  }
  return (
    <Card title={t('campaign.goals')}>
      {campaign.goals.length === 0 && (
        <p>
          <span className={classes.gap}>
            <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
            {t('campaign.no-goal')}
          </span>
          <span className={classes.quiet}> {t('campaign.no-goal.text')}</span>
        </p>
      )}
      <ul className={classes.rows}>
        {campaign.goals.map((goal) => {
          const dueOn = goals.find((one) => one.id === goal.id)?.dueOn
          return (
            <li key={goal.id}>
              <span className={classes.what}>
                <RecordLink type="goal" id={goal.id} className="medium" title={goal.title}>
                  {goal.title}
                </RecordLink>
                {dueOn !== undefined && (
                  <span className={classes.quiet}>{t('goal.due', { day: time.day(dueOn) })}</span>
                )}
              </span>
              <AllowedButton
                action="campaigns.change"
                size="xs"
                variant="subtle"
                px={6}
                aria-label={t('campaign.unlink', { title: goal.title })}
                onClick={() =>
                  void setGoals({
                    campaign,
                    goalIds: linked.filter((id) => id !== goal.id),
                    said: t('campaign.unlinked'),
                  })
                }
              >
                <IconLinkOff size={16} stroke={1.5} aria-hidden />
              </AllowedButton>
            </li>
          )
        })}
      </ul>
      {free.length > 0 && (
        <div className={classes.linking}>
          <Select
            aria-label={t('campaign.link-which')}
            placeholder={t('campaign.link-which')}
            data={free}
            value={chosen}
            onChange={setChosen}
            searchable
            clearable
            nothingFoundMessage={t('goal.none-found')}
            clearButtonProps={{ 'aria-label': t('clear') }}
          />
          <AllowedButton action="campaigns.change" variant="light" onClick={() => void link()}>
            {t('campaign.link')}
          </AllowedButton>
        </div>
      )}
    </Card>
  )
}

interface GoalLinks {
  readonly campaign: Campaign
  readonly goalIds: readonly string[]
  /** What the toast says. */
  readonly said: string
}

/** Links exactly these goals, against the version one has seen; taken back from the toast. */
function useSetGoals(id: string) {
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  return async ({ campaign, goalIds, said }: GoalLinks): Promise<void> => {
    const before = campaign.goals.map((goal) => goal.id)
    const put = async (ids: readonly string[], version: number) => {
      const saved = await api.content.changeCampaign({ id, goalIds: [...ids] }, { context: { version } })
      queryClient.setQueryData(orpc.content.campaign.queryKey({ input: { id } }), saved)
      await refreshContent(queryClient)
      return saved
    }
    try {
      const saved = await put(goalIds, campaign.version)
      announce(said, {
        undo: async () => {
          try {
            await put(before, saved.version)
          } catch (error) {
            announce(sentence(error), { tone: 'refused' })
          }
        },
      })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
      await refreshContent(queryClient)
    }
  }
}
