import { Link } from '@tanstack/react-router'
import { IconAlertCircle, IconBan, IconCircleCheck, IconClock, IconHelpCircle, IconPlugOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import type { Channel } from '../records.ts'
import type { Composition } from './composition.ts'
import { Counter } from './channel-tabs.tsx'
import { useFindingText, useIsFinding } from './use-finding-text.ts'
import type { Planning } from './use-planning.ts'
import classes from './plan-card.module.css'

interface PlanCardProps {
  readonly composition: Composition
  readonly channels: readonly Channel[]
  readonly planning: Planning
  /** The channels for which a finding blocks. */
  readonly blocked: ReadonlySet<string>
}

/** How it stands with each chosen channel: ready, planned, refused, or without an answer. */
export function PlanCard({ composition, channels, planning, blocked }: PlanCardProps) {
  const { t } = useTranslation('publishing')
  if (channels.length === 0) return null
  const partly = Object.keys(planning.refused).length > 0
  return (
    <Card title={t('plan.title')} pad={false}>
      <ul className={classes.list} aria-live={partly ? 'assertive' : 'polite'}>
        {channels.map((channel) => (
          <ChannelPlan
            key={channel.id}
            channel={channel}
            composition={composition}
            problem={planning.refused[channel.id]}
            blocked={blocked.has(channel.id)}
          />
        ))}
      </ul>
    </Card>
  )
}

interface ChannelPlanProps {
  readonly channel: Channel
  readonly composition: Composition
  readonly problem: Problem | undefined
  readonly blocked: boolean
}

function ChannelPlan({ channel, composition, problem, blocked }: ChannelPlanProps) {
  const { t } = useTranslation('publishing')
  const words = useProblemSentences()
  const outgoing = composition.outgoing[channel.id]
  const look = { size: 16, stroke: 1.5, 'aria-hidden': true, style: { flex: 'none', marginTop: 2 } } as const
  return (
    <li className={classes.row}>
      {outgoing?.state === 'planned' && problem === undefined && <IconCircleCheck {...look} color="var(--good)" />}
      {problem !== undefined && outgoing?.state !== 'sent' && <IconAlertCircle {...look} color="var(--bad)" />}
      {outgoing?.state === 'sent' && <IconHelpCircle {...look} color="var(--warn)" />}
      {outgoing === undefined &&
        problem === undefined &&
        (blocked ? <IconBan {...look} color="var(--bad)" /> : <IconClock {...look} color="var(--text-3)" />)}
      <div className={classes.words}>
        <p className={classes.name}>
          <span className="medium ellipsis">{channel.name}</span>
          <Counter composition={composition} channel={channel} />
        </p>
        {outgoing?.state === 'planned' && outgoing.postId !== null && (
          <RecordLink type="post" id={outgoing.postId} className="link small">
            {t('plan.planned')}
          </RecordLink>
        )}
        {outgoing?.state === 'sent' && <p className="small">{t('plan.unanswered')}</p>}
        {problem !== undefined &&
          outgoing?.state !== 'sent' &&
          words(problem).map((sentence) => (
            <p key={sentence} className="small">
              {sentence}
            </p>
          ))}
        {outgoing === undefined && problem === undefined && blocked && (
          <p className={classes.blocked}>{t('plan.blocked')}</p>
        )}
        <Standing channel={channel} />
      </div>
    </li>
  )
}

function Standing({ channel }: { channel: Channel }) {
  const { t } = useTranslation('publishing')
  if (channel.state === 'connected') return null
  return (
    <p className={classes.standing}>
      <IconPlugOff size={14} stroke={1.5} aria-hidden />
      <span>
        {`${t(channel.state === 'paused' ? 'plan.paused' : 'plan.disconnected')} `}
        <Link to="/calendar/channels" className="link">
          {t('plan.channels')}
        </Link>
      </span>
    </p>
  )
}

/** A refusal with what it says of single fields, each sentence once. */
function useProblemSentences(): (problem: Problem) => readonly string[] {
  const sentence = useRefusalText()
  const finding = useFindingText()
  const isFinding = useIsFinding()
  return (problem) => [
    ...new Set(
      problem.fields.length === 0
        ? [sentence(problem)]
        : problem.fields.map((field) => (isFinding(field.code) ? finding(field).what : sentence(field))),
    ),
  ]
}
