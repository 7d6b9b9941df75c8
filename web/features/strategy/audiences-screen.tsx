import { Button, Group, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { AudienceCard } from './audiences/audience-card.tsx'
import { NewAudience } from './audiences/audience-form.tsx'
import { CoverageCard } from './audiences/coverage-card.tsx'
import { everyAudience } from './audiences/records.ts'
import { daysOfSpan, readSpan } from './audiences/span.ts'
import { useStarter } from './audiences/use-starter.ts'
import { StrategyTabs } from './strategy-tabs.tsx'
import own from './audiences/audiences.module.css'
import classes from './strategy.module.css'

type Writing = 'new' | 'starter'

/** Everybody the organisation speaks to, and whom nobody speaks to. */
export function AudiencesScreen() {
  const { t } = useTranslation('audiences')
  const search = useSearch({ from: '/shell/strategy/audiences' })
  const navigate = useNavigate()
  const time = useTime()
  const starter = useStarter()
  const [writing, setWriting] = useState<Writing | null>(null)
  const archived = search.view === 'archive'
  const query = useQuery(everyAudience(archived))
  const coverage = useQuery(
    orpc.strategy.audiences.coverage.queryOptions({
      input: {
        by: search.by === 'platform' ? 'platform' : 'month',
        ...daysOfSpan(readSpan(search.span), time.today()),
      },
      placeholderData: (before) => before,
    }),
  )
  const add = (
    <AllowedButton
      action="goals.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setWriting('new')}
    >
      {t('new')}
    </AllowedButton>
  )
  return (
    <Page title={t('title')} actions={add}>
      <StrategyTabs />
      <div className={classes.stack}>
        <SegmentedControl
          size="xs"
          w="fit-content"
          aria-label={t('view')}
          value={archived ? 'archive' : 'kept'}
          onChange={(view) =>
            void navigate({
              to: '/strategy/audiences',
              search: { ...search, view },
              replace: true,
            })
          }
          data={(['kept', 'archive'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        <Loaded query={query} skeleton={6}>
          {(audiences) => {
            if (audiences.length > 0)
              return (
                <ul className={own.gallery} aria-label={t(archived ? 'view.archive' : 'title')}>
                  {audiences.map((audience) => (
                    <li key={audience.id}>
                      <AudienceCard
                        audience={audience}
                        said={coverage.data?.rows.find((row) => row.audience.id === audience.id)}
                      />
                    </li>
                  ))}
                </ul>
              )
            return archived ? <NoArchive /> : <First onWrite={setWriting} />
          }}
        </Loaded>
        {!archived && (query.data ?? []).length > 0 && <CoverageCard query={coverage} />}
      </div>
      <SideSheet opened={writing !== null} onClose={() => setWriting(null)} title={t('new')} size={560}>
        <NewAudience starter={writing === 'starter' ? starter : undefined} onDone={() => setWriting(null)} />
      </SideSheet>
    </Page>
  )
}

function NoArchive() {
  const { t } = useTranslation('audiences')
  return (
    <Card>
      <p className={classes.quiet}>{t('archive.empty')}</p>
    </Card>
  )
}

function First({ onWrite }: { onWrite: (writing: Writing) => void }) {
  const { t } = useTranslation('audiences')
  const may = useMay('goals.change')
  return (
    <Card>
      <Empty
        icon={IconUsers}
        title={t('empty')}
        text={t('empty.text')}
        example={t('empty.example')}
        action={
          <Group gap={8} justify="center">
            <AllowedButton action="goals.change" onClick={() => onWrite('new')}>
              {t('empty.action')}
            </AllowedButton>
            {may.allowed && (
              <Button variant="default" onClick={() => onWrite('starter')}>
                {t('empty.starter')}
              </Button>
            )}
          </Group>
        }
      />
    </Card>
  )
}
