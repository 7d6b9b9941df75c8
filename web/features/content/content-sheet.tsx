import { useTranslation } from 'react-i18next'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { EditCampaign } from './campaigns/edit-campaign.tsx'
import { NewCampaign } from './campaigns/new-campaign.tsx'
import { NewPiece } from './pieces/new-piece.tsx'
import type { Campaign } from './records.ts'

/** What is being planned or changed at the side of the page. */
export type Writing =
  | { readonly what: 'new-campaign'; readonly goalId?: string | undefined }
  | { readonly what: 'campaign'; readonly campaign: Campaign }
  | { readonly what: 'new-piece'; readonly campaignId?: string | undefined }

interface ContentSheetProps {
  readonly writing: Writing | null
  readonly onDone: () => void
}

/** The sheet with the form for a campaign or a new piece. */
export function ContentSheet({ writing, onDone }: ContentSheetProps) {
  const { t } = useTranslation('content')
  return (
    <SideSheet opened={writing !== null} onClose={onDone} title={writing === null ? '' : t(`sheet.${writing.what}`)}>
      {writing?.what === 'new-campaign' && <NewCampaign goalId={writing.goalId} onDone={onDone} />}
      {writing?.what === 'campaign' && <EditCampaign campaign={writing.campaign} onDone={onDone} />}
      {writing?.what === 'new-piece' && <NewPiece campaignId={writing.campaignId} onDone={onDone} />}
    </SideSheet>
  )
}
