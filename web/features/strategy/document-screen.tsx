import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanSection } from '#contract/plan-sections.ts'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { BeginPlan } from './document/begin-plan.tsx'
import { ComparisonCard } from './document/comparison-card.tsx'
import classes from './document/document.module.css'
import { ExportMenu } from './document/export-menu.tsx'
import { LanguageSwitch } from './document/language-switch.tsx'
import { PlanContents, PlanReader } from './document/plan-reader.tsx'
import { planLanguage, type PlanDocument, type PlanLanguage } from './document/records.ts'
import { RhythmCard } from './document/rhythm-card.tsx'
import { SectionForm } from './document/section-form.tsx'
import { ShareCard } from './document/share-card.tsx'
import { StateCard } from './document/state-card.tsx'
import { VersionReader } from './document/version-reader.tsx'
import { VersionsCard } from './document/versions-card.tsx'
import { StrategyTabs } from './strategy-tabs.tsx'

/** The whole strategy as one document: written, proposed, compared, taken away and shared. */
export function DocumentScreen() {
  const { t, i18n } = useTranslation('document')
  const search = useSearch({ from: '/shell/strategy/document' })
  const navigate = useNavigate({ from: '/strategy/document' })
  const language = planLanguage(search.language, i18n.language)
  const version = numberOf(search.version)
  const from = numberOf(search.from)
  const plan = useQuery(orpc.strategy.planDocument.show.queryOptions())
  const begun = plan.data?.begun === true
  const inForce = plan.data?.inForce ?? null
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      badge={inForce !== null && <Badge tone="good">{t('version', { number: inForce })}</Badge>}
      actions={
        begun && (
          <Group gap={8}>
            <LanguageSwitch
              language={language}
              onChange={(chosen) => void navigate({ search: { ...search, language: chosen }, replace: true })}
            />
            <ExportMenu version={version} />
          </Group>
        )
      }
    >
      <StrategyTabs />
      <Loaded query={plan} skeleton={8}>
        {(shown) =>
          shown.begun ? (
            <div className={classes.columns}>
              <div>
                {from !== null ? (
                  <ComparisonCard from={from} to={numberOf(search.to)} language={language} />
                ) : version !== null ? (
                  <VersionReader number={version} language={language} />
                ) : (
                  <Written plan={shown} language={language} />
                )}
              </div>
              <Side plan={shown} />
            </div>
          ) : (
            <BeginPlan />
          )
        }
      </Loaded>
    </Page>
  )
}

function numberOf(word: string | undefined): number | null {
  const number = Number(word)
  return Number.isInteger(number) && number > 0 ? number : null
}

function Written({ plan, language }: { readonly plan: PlanDocument; readonly language: PlanLanguage }) {
  const { t } = useTranslation('document')
  const [editing, setEditing] = useState<PlanSection | 'title' | null>(null)
  const draft = useQuery(orpc.strategy.planDocument.draft.queryOptions({ input: { language } }))
  const close = () => setEditing(null)
  const pencil = (part: PlanSection | 'title', name: string) => (
    <AllowedButton
      action="plans.change"
      size="xs"
      variant="default"
      aria-label={t('edit.section', { section: name })}
      icon={<IconPencil size={14} stroke={1.5} aria-hidden />}
      onClick={() => setEditing(part)}
    >
      {t('edit')}
    </AllowedButton>
  )
  return (
    <Loaded query={draft} skeleton={12}>
      {(content) => (
        <>
          <Card title={content.title} end={editing === 'title' ? undefined : pencil('title', t('edit.title'))}>
            {editing === 'title' ? (
              <SectionForm plan={plan} part="title" name={t('edit.title')} onDone={close} />
            ) : (
              <Changed plan={plan} />
            )}
          </Card>
          <PlanReader
            content={content}
            language={language}
            linked
            endOf={({ key, title }) => (editing === key ? null : pencil(key, title))}
            insteadOf={({ key, title }) =>
              editing === key ? <SectionForm plan={plan} part={key} name={title} onDone={close} /> : null
            }
          />
        </>
      )}
    </Loaded>
  )
}

function Changed({ plan }: { readonly plan: PlanDocument }) {
  const { t } = useTranslation('strategy')
  const time = useTime()
  if (plan.changedAt === null) return null
  const when = time.date(plan.changedAt)
  return (
    <p className={classes.quiet}>
      {plan.changedBy === null
        ? t('direction.changed', { when })
        : t('direction.changed-by', { when, who: plan.changedBy.name })}
    </p>
  )
}

function Side({ plan }: { readonly plan: PlanDocument }) {
  const { i18n } = useTranslation('document')
  const search = useSearch({ from: '/shell/strategy/document' })
  const language = planLanguage(search.language, i18n.language)
  const versions = useQuery(orpc.strategy.planDocument.versions.queryOptions())
  const draft = useQuery(orpc.strategy.planDocument.draft.queryOptions({ input: { language } }))
  return (
    <div className={classes.side}>
      <Loaded query={versions} skeleton={4}>
        {({ items }) => (
          <>
            <StateCard plan={plan} versions={items} />
            <VersionsCard versions={items} inForce={plan.inForce} />
            <RhythmCard plan={plan} />
            <ShareCard versions={items} inForce={plan.inForce} />
          </>
        )}
      </Loaded>
      {draft.data !== undefined && search.from === undefined && <PlanContents content={draft.data} />}
    </div>
  )
}
