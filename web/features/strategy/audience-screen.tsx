import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { IconArchive, IconArchiveOff, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { CampaignsCard, FactsCard, LinesCard, PlacesCard, SourcesCard } from './audiences/audience-facts.tsx'
import { EditAudience } from './audiences/audience-form.tsx'
import { CoverageGrid, CoverageLegend } from './audiences/coverage-grid.tsx'
import { Portrait } from './audiences/portrait.tsx'
import type { Audience } from './audiences/records.ts'
import { ResultsCard } from './audiences/results-card.tsx'
import { daysOfSpan } from './audiences/span.ts'
import { useArchiving } from './audiences/use-archiving.ts'
import { HistoryCard } from './history/history-card.tsx'
import own from './audiences/audiences.module.css'
import classes from './strategy.module.css'

/** One audience: who they are, what they need, where they gather, what is said to them and what came back. */
export function AudienceScreen() {
  const { t } = useTranslation('audiences')
  const { id } = useParams({ from: '/shell/strategy/audiences/$id' })
  const [editing, setEditing] = useState(false)
  const query = useQuery(orpc.strategy.audiences.show.queryOptions({ input: { id } }))
  const audience = query.data
  return (
    <Page
      title={audience?.name ?? t('audience')}
      badge={audience !== undefined && audience.archivedAt !== null && <Badge>{t('badge.archived')}</Badge>}
      actions={audience !== undefined && <Actions audience={audience} onEdit={() => setEditing(true)} />}
    >
      <Loaded query={query} skeleton={8}>
        {(shown) => (
          <div className={classes.columns}>
            <div>
              <Card>
                <div className={own.who}>
                  <Portrait name={shown.name} portrait={shown.portrait} size={96} />
                  <div>
                    <p className={shown.description === '' ? classes.quiet : classes.prose}>
                      {shown.description || t('description.none')}
                    </p>
                  </div>
                </div>
              </Card>
              <LinesCard title={t('field.needs')} lines={shown.needs} none={t('needs.none')} />
              <LinesCard title={t('field.objections')} lines={shown.objections} none={t('objections.none')} />
              {shown.archivedAt === null && <SaidCard id={id} />}
              <ResultsCard id={id} />
            </div>
            <div>
              <FactsCard audience={shown} />
              <PlacesCard places={shown.places} />
              <CampaignsCard id={id} />
              <SourcesCard sources={shown.sources} />
              <HistoryCard type="audience" id={id} />
            </div>
          </div>
        )}
      </Loaded>
      <SideSheet
        opened={editing && audience !== undefined}
        onClose={() => setEditing(false)}
        title={t('edit')}
        size={560}
      >
        {audience !== undefined && <EditAudience audience={audience} onDone={() => setEditing(false)} />}
      </SideSheet>
    </Page>
  )
}

/** What is said to this audience by month, and by platform below it. */
function SaidCard({ id }: { id: string }) {
  const { t } = useTranslation('audiences')
  const time = useTime()
  const days = daysOfSpan('half', time.today())
  const months = useQuery(orpc.strategy.audiences.coverage.queryOptions({ input: { by: 'month', ...days } }))
  const platforms = useQuery(orpc.strategy.audiences.coverage.queryOptions({ input: { by: 'platform', ...days } }))
  return (
    <Card title={t('said.title')} pad={false}>
      <Loaded query={months} skeleton={2}>
        {(coverage) => <CoverageGrid coverage={coverage} only={id} />}
      </Loaded>
      <Loaded query={platforms} skeleton={2}>
        {(coverage) => (
          <>
            <CoverageGrid coverage={coverage} only={id} />
            <CoverageLegend by="platform" />
          </>
        )}
      </Loaded>
    </Card>
  )
}

function Actions({ audience, onEdit }: { audience: Audience; onEdit: () => void }) {
  const { t } = useTranslation('audiences')
  const { archive, restore } = useArchiving()
  if (audience.archivedAt !== null)
    return (
      <AllowedButton
        action="goals.change"
        icon={<IconArchiveOff size={16} stroke={1.5} aria-hidden />}
        onClick={() => void restore(audience.id)}
      >
        {t('restore')}
      </AllowedButton>
    )
  return (
    <Group gap={8}>
      <AllowedButton
        action="goals.change"
        variant="default"
        icon={<IconArchive size={16} stroke={1.5} aria-hidden />}
        onClick={() => void archive(audience)}
      >
        {t('archive')}
      </AllowedButton>
      <AllowedButton action="goals.change" icon={<IconPencil size={16} stroke={1.5} aria-hidden />} onClick={onEdit}>
        {t('edit')}
      </AllowedButton>
    </Group>
  )
}
