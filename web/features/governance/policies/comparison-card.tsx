import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Badge } from '#web/ui/badge.tsx'
import type { Tone } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import classes from './comparison-card.module.css'
import { keyed } from '#web/ui/keyed.ts'
import type { ReadingLanguage } from '../reading-language.ts'
import type { Policy, SectionDifference } from '../records.ts'

interface ComparisonCardProps {
  readonly policy: Policy
  readonly from: number
  readonly language: ReadingLanguage
}

const TONE: Readonly<Record<SectionDifference['state'], Tone>> = {
  same: 'mute',
  changed: 'warn',
  added: 'good',
  removed: 'bad',
}

/** What the version in force changed since an earlier one, word by word. */
export function ComparisonCard({ policy, from, language }: ComparisonCardProps) {
  const { t } = useTranslation('policies')
  const to = policy.current?.number ?? 1
  const comparison = useQuery(
    orpc.governance.policies.comparison.queryOptions({
      input: { id: policy.id, from: Number.isInteger(from) && from > 0 ? from : 1, to, language },
    }),
  )
  return (
    <Card
      title={t('compare.title', { from, to })}
      end={
        <Link to="/govern/policies/$id" params={{ id: policy.id }} search={{}} className="link">
          {t('compare.back')}
        </Link>
      }
    >
      <Loaded query={comparison} skeleton={8}>
        {({ items }) => <Differences sections={items} language={language} />}
      </Loaded>
    </Card>
  )
}

/** Sections that differ with their words marked; how many are the same is said in a line. */
export function Differences({
  sections,
  language,
}: {
  readonly sections: readonly SectionDifference[]
  readonly language: ReadingLanguage
}) {
  const { t } = useTranslation('policies')
  const differing = sections.filter(({ state }) => state !== 'same')
  return (
    <div className={classes.differences}>
      <p className="text-3">
        {t('compare.count', { changed: differing.length, same: sections.length - differing.length })}
      </p>
      {differing.map((section) => (
        <section key={section.key} className={classes.section} lang={language}>
          <h3 className={classes.title}>
            <Marked parts={section.title} /> <Badge tone={TONE[section.state]}>{t(`compare.${section.state}`)}</Badge>
          </h3>
          <p className={classes.text}>
            <Marked parts={section.text} />
          </p>
          {(['dos', 'donts'] as const).map((kind) =>
            section[kind].every((part) => part.kind === 'same') ? null : (
              <div key={kind}>
                <p className="medium">{t(kind === 'dos' ? 'do' : 'dont')}</p>
                <p className={classes.text}>
                  <Marked parts={section[kind]} />
                </p>
              </div>
            ),
          )}
        </section>
      ))}
    </div>
  )
}

function Marked({ parts }: { parts: SectionDifference['text'] }) {
  return keyed(parts).map(({ key, item }) => {
    if (item.kind === 'added') return <ins key={key}>{item.text}</ins>
    if (item.kind === 'removed') return <del key={key}>{item.text}</del>
    return <span key={key}>{item.text}</span>
  })
}
