import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconWand } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AudiencesSelect } from '#web/ui/audiences-select.tsx'
import { Card } from '#web/ui/card.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { everyCampaign } from '../queries.ts'
import type { Composing } from './use-composition.ts'
import classes from './origin-card.module.css'

interface OriginCardProps {
  readonly composing: Composing
  readonly atomising: boolean
  /** Null where there is no piece or no channel to make forms for. */
  readonly onAtomise: (() => void) | null
}

/** Where the post comes from and what it serves: its piece, its campaign. */
export function OriginCard({ composing: { composition, dispatch }, atomising, onAtomise }: OriginCardProps) {
  const { t } = useTranslation(['publishing', 'audiences'])
  const campaigns = useQuery(everyCampaign)
  const known = new Map((campaigns.data ?? []).map(({ id, title }) => [id, title]))
  if (composition.campaign !== null) known.set(composition.campaign.id, composition.campaign.title)
  const choose = (id: string | null) =>
    dispatch({ kind: 'set', values: { campaign: id === null ? null : { id, title: known.get(id) ?? '' } } })
  const inherited = (campaigns.data ?? []).find(({ id }) => id === composition.campaign?.id)?.audiences ?? []
  const spokenTo = () => {
    if (composition.audienceIds.length > 0) return inherited.length > 0 ? t('audiences:select.own') : null
    if (inherited.length === 0) return t('audiences:select.nobody')
    return t('audiences:select.of-campaign', { names: inherited.map(({ name }) => name).join(', ') })
  }
  return (
    <Card title={t('origin.title')}>
      {composition.piece !== null && (
        <div className={classes.piece}>
          <span className="small text-3">{t('origin.piece')}</span>
          <RecordLink type="piece" id={composition.piece.id} className="link">
            {composition.piece.title}
          </RecordLink>
          <Button
            size="xs"
            variant="light"
            loading={atomising}
            disabled={onAtomise === null}
            leftSection={<IconWand size={16} stroke={1.5} aria-hidden />}
            onClick={() => onAtomise?.()}
          >
            {t('origin.atomise')}
          </Button>
          <span className="small text-3">{t(onAtomise === null ? 'origin.atomise.first' : 'origin.atomise.hint')}</span>
        </div>
      )}
      <Select
        id="compose-campaign"
        label={t('origin.campaign')}
        placeholder={t('origin.campaign.none')}
        description={composition.campaign === null ? t('origin.campaign.hint') : null}
        data={[...known].map(([value, label]) => ({ value, label }))}
        value={composition.campaign?.id ?? null}
        onChange={choose}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('origin.campaign.clear') }}
        nothingFoundMessage={t('origin.campaign.nothing')}
      />
      <div className={classes.audiences}>
        <AudiencesSelect
          id="compose-audiences"
          known={[]}
          description={spokenTo()}
          value={[...composition.audienceIds]}
          onChange={(audienceIds) => dispatch({ kind: 'set', values: { audienceIds } })}
        />
      </div>
    </Card>
  )
}
