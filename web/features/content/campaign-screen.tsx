import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { TraceCard } from '#web/ui/trace-card.tsx'
import type { StationType } from '#web/ui/trace-shape.ts'
import { useTrace } from '#web/ui/use-trace.ts'
import { CampaignAudiences } from './campaigns/campaign-audiences.tsx'
import { CampaignDetails } from './campaigns/campaign-details.tsx'
import { CampaignGoals } from './campaigns/campaign-goals.tsx'
import { CampaignPieces } from './campaigns/campaign-pieces.tsx'
import { CampaignPosts } from './campaigns/campaign-posts.tsx'
import { PeriodBadge } from './campaigns/period-badge.tsx'
import { ReturnCard } from './campaigns/return-card.tsx'
import { ResultCard } from './campaigns/result-card.tsx'
import { ContentSheet } from './content-sheet.tsx'
import type { Writing } from './content-sheet.tsx'
import type { Campaign } from './records.ts'
import { useRemoval } from './use-removal.ts'
import classes from './content.module.css'

/** One campaign: its trace, what it says and when, its goals, pieces and posts, and what came back. */
export function CampaignScreen() {
  const { t } = useTranslation('content')
  const { id } = useParams({ from: '/shell/content/campaigns/$id' })
  const [writing, setWriting] = useState<Writing | null>(null)
  const query = useQuery(orpc.content.campaign.queryOptions({ input: { id } }))
  const trace = useTrace('campaign', id)
  const campaign = query.data
  const edit = () => campaign !== undefined && setWriting({ what: 'campaign', campaign })
  const write = () => setWriting({ what: 'new-piece', campaignId: id })
  const closeGap = useGap(campaign, { edit, write })
  return (
    <Page
      title={campaign?.title ?? t('campaign')}
      badge={campaign !== undefined && <PeriodBadge campaign={campaign} />}
      actions={campaign !== undefined && <Actions campaign={campaign} onEdit={edit} />}
    >
      <div className={classes.stack}>
        <TraceCard trace={trace} onClose={closeGap} />
        <Loaded query={query} skeleton={6}>
          {(shown) => (
            <div className={classes.columns}>
              <div>
                <CampaignPieces campaignId={id} onWrite={write} />
                <CampaignPosts campaignId={id} />
                <ResultCard trace={trace} />
                <ReturnCard campaignId={id} />
              </div>
              <div>
                <CampaignDetails campaign={shown} />
                <CampaignGoals campaign={shown} />
                <CampaignAudiences campaign={shown} />
              </div>
            </div>
          )}
        </Loaded>
      </div>
      <ContentSheet writing={writing} onDone={() => setWriting(null)} />
    </Page>
  )
}

function Actions({ campaign, onEdit }: { campaign: Campaign; onEdit: () => void }) {
  const { t } = useTranslation('content')
  const remove = useRemoval('campaign')
  return (
    <Group gap={8}>
      <AllowedButton
        action="campaigns.change"
        variant="default"
        icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
        heldBy={campaign.pieces > 0 ? t('campaign.held', { count: campaign.pieces }) : undefined}
        onClick={() => void remove(campaign)}
      >
        {t('remove')}
      </AllowedButton>
      <AllowedButton
        action="campaigns.change"
        icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
        onClick={onEdit}
      >
        {t('edit')}
      </AllowedButton>
    </Group>
  )
}

/** A missing goal is linked here, a missing objective on the goal's page; pieces are written and posts planned from here. */
function useGap(
  campaign: Campaign | undefined,
  here: { edit: () => void; write: () => void },
): (gap: StationType) => void {
  const navigate = useNavigate()
  return (gap) => {
    const goal = campaign?.goals[0]
    if (gap === 'objective' && goal !== undefined)
      return void navigate({ to: '/strategy/goals/$id', params: { id: goal.id } })
    if (gap === 'piece') return here.write()
    if (gap === 'post' && campaign !== undefined)
      return void navigate({ to: '/posts/new', search: { campaignId: campaign.id } })
    here.edit()
  }
}
