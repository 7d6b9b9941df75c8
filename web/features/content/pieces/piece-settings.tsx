import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#locales/index.ts'
import { useMay } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import type { PieceSaver } from '../editor/piece-saver.ts'
import { useSaverState } from '../editor/use-piece-saver.ts'
import { everyCampaign } from '../records.ts'
import type { Piece } from '../records.ts'

interface PieceSettingsProps {
  readonly piece: Piece
  readonly saver: PieceSaver
}

/** What a piece belongs to and in which language it is written. Saved at once. */
export function PieceSettings({ piece, saver }: PieceSettingsProps) {
  const { t } = useTranslation('content')
  const may = useMay('pieces.change')
  const { mine } = useSaverState(saver)
  const campaigns = useQuery(everyCampaign).data ?? (piece.campaign === null ? [] : [piece.campaign])
  return (
    <Card title={t('piece.belongs')}>
      <div style={{ display: 'grid', gap: 16 }}>
        <Select
          id="piece-campaign"
          label={t('piece.field.campaign')}
          description={t('piece.field.campaign.help')}
          placeholder={t('piece.field.campaign.none')}
          data={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
          value={mine.campaignId}
          onChange={(campaignId) => saver.change({ campaignId })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('piece.field.campaign.none') }}
          readOnly={!may.allowed}
          nothingFoundMessage={t('campaign.none-found')}
        />
        <Select
          label={t('piece.field.language')}
          description={t('piece.field.language.help')}
          allowDeselect={false}
          readOnly={!may.allowed}
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          value={mine.language}
          onChange={(language) => language !== null && saver.change({ language })}
        />
      </div>
    </Card>
  )
}
