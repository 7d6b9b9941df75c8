import { Menu, ActionIcon } from '@mantine/core'
import { IconDots, IconScale, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BURDENS, PLANNED_DECISIONS } from '#contract/channel-criteria.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { DecisionBadge } from './decision-badge.tsx'
import { CRITERIA } from './records.ts'
import type { Choice } from './records.ts'
import { useChoiceRemoval } from './use-choice-removal.ts'
import classes from './channels.module.css'

export type Way = 'points' | 'decide' | 'plan'

interface RankingCardProps {
  readonly choices: readonly Choice[]
  readonly add: ReactNode
  readonly onWay: (way: Way, choice: Choice) => void
}

/** Platforms by score, each with what the score is made of, what would change the order, and the decision. */
export function RankingCard({ choices, add, onWay }: RankingCardProps) {
  const { t } = useTranslation(['choice', 'accounts'])
  const number = useNumber()
  const columns: readonly Column<Choice>[] = [
    { key: 'platform', head: t('column.platform'), cell: (choice) => <Lead choice={choice} /> },
    {
      key: 'score',
      head: t('column.score'),
      number: true,
      width: 80,
      cell: ({ score }) =>
        score === null ? (
          '–'
        ) : (
          <ExplainedNumber
            value={number.count(score)}
            label={t('column.score')}
            definition={t('score.explain')}
            formula={t('score.formula')}
          />
        ),
    },
    { key: 'made', head: t('column.what-brings'), width: 170, cell: (choice) => <Made choice={choice} /> },
    { key: 'flip', head: t('column.flip'), cell: (choice) => <FlipWords choice={choice} last={choices.at(-1)} /> },
    {
      key: 'decision',
      head: t('column.decision'),
      width: 110,
      cell: ({ decision }) => <DecisionBadge decision={decision} />,
    },
    {
      key: 'do',
      head: '',
      label: t('column.actions'),
      width: 240,
      cell: (choice) => <Ways choice={choice} onWay={onWay} />,
    },
  ]
  return (
    <Card title={t('ranking')} end={choices.length > 0 ? add : undefined} pad={false}>
      {choices.length === 0 ? (
        <Empty
          icon={IconScale}
          title={t('ranking.empty')}
          text={t('ranking.empty.text')}
          example={t('ranking.empty.example')}
          action={add}
        />
      ) : (
        <DataTable caption={t('ranking')} columns={columns} rows={choices} rowKey={({ id }) => id} />
      )}
    </Card>
  )
}

function Lead({ choice }: { choice: Choice }) {
  const { t } = useTranslation(['choice', 'accounts'])
  const time = useTime()
  const number = useNumber()
  const { place, platform, decision, decidedOn, decidedAt, decidedBy, reason, reviewOn, score } = choice
  return (
    <span className={classes.lead}>
      <strong>
        {place === null ? '' : `${place}. `}
        {t(`accounts:platform.${platform}`)}
      </strong>
      {decision !== null && decidedOn !== null && decidedAt !== null && (
        <>
          <span className={classes.wrap}>{reason}</span>
          <span className={classes.quiet}>
            {t('decided', {
              decision: t(`decision.${decision}`),
              who: decidedBy?.name ?? '–',
              when: time.date(decidedAt),
              score: number.count(decidedOn.score),
              place: decidedOn.place,
              of: decidedOn.of,
            })}
            {reviewOn !== null && `. ${t('decided.review', { when: time.day(reviewOn) })}`}
          </span>
          {score !== null && score !== decidedOn.score && (
            <span className={classes.quiet}>{t('decided.weights', { score: number.count(score) })}</span>
          )}
        </>
      )}
    </span>
  )
}

/** What each criterion brings, as parts of a bar that is 100 long; in words for whoever does not see it. */
function Made({ choice: { adds, missing } }: { choice: Choice }) {
  const { t } = useTranslation('choice')
  const number = useNumber()
  if (missing.length > 0)
    return (
      <span className={classes.wrap}>
        {t('score.missing', { criteria: missing.map((criterion) => t(`criterion.${criterion}`)).join(', ') })}
      </span>
    )
  const words = CRITERIA.map((criterion) => `${t(`criterion.${criterion}`)} ${number.count(adds[criterion] ?? 0)}`)
  return (
    <span className={classes.made} role="img" aria-label={words.join(', ')} title={words.join('\n')}>
      {CRITERIA.map((criterion) => (
        <span
          key={criterion}
          className={BURDENS.includes(criterion) ? classes.burden : undefined}
          style={{ width: `${adds[criterion] ?? 0}%` }}
        />
      ))}
    </span>
  )
}

function FlipWords({ choice, last }: { choice: Choice; last: Choice | undefined }) {
  const { t } = useTranslation(['choice', 'accounts'])
  const { flip, score } = choice
  if (score === null) return '–'
  if (flip === null)
    return <span className={classes.wrap}>{t(choice.id === last?.id ? 'flip.last' : 'flip.none')}</span>
  return (
    <span className={classes.wrap}>
      {t('flip', {
        platform: t(`accounts:platform.${flip.platform}`),
        criterion: t(`criterion.${flip.criterion}`),
        from: flip.from,
        to: flip.to,
      })}
    </span>
  )
}

function Ways({ choice, onWay }: { choice: Choice; onWay: RankingCardProps['onWay'] }) {
  const { t } = useTranslation(['choice', 'accounts'])
  const remove = useChoiceRemoval()
  const platform = t(`accounts:platform.${choice.platform}`)
  const planned = choice.decision !== null && PLANNED_DECISIONS.includes(choice.decision)
  const look = { action: 'goals.change', size: 'xs', variant: 'default' } as const
  return (
    <span className={classes.ways}>
      <AllowedButton {...look} onClick={() => onWay('points', choice)}>
        {t('points')}
      </AllowedButton>
      {choice.score !== null && (
        <AllowedButton {...look} onClick={() => onWay('decide', choice)}>
          {t('decide')}
        </AllowedButton>
      )}
      {planned && (
        <AllowedButton {...look} onClick={() => onWay('plan', choice)}>
          {t('plan.edit')}
        </AllowedButton>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('more', { platform })}>
            <IconDots size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />} onClick={() => void remove(choice)}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
