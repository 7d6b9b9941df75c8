import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import type { Attempt } from '../records.ts'
import { useReasonText } from '../use-reason-text.ts'
import classes from './attempts.module.css'

const OUTCOMES = {
  send: ['published', 'not-sent', 'refused', 'reconnect', 'unknown', 'stopped'],
  'look-up': ['found', 'absent', 'unclear', 'not-now', 'reconnect'],
  remove: ['removed', 'not-now', 'refused', 'reconnect'],
} as const

/** What happened so far with a delivery, step by step, with the platform's own words. */
export function Attempts({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const { t } = useTranslation('publishing')
  if (attempts.length === 0) return <p className="small text-3">{t('attempts.none')}</p>
  return (
    <ol className={classes.attempts}>
      {attempts.map((attempt) => (
        <Step key={attempt.number} attempt={attempt} />
      ))}
    </ol>
  )
}

function Step({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const words = useAttemptWords(attempt)
  const reason = useReasonText()
  return (
    <>
      <li className={classes.step}>
        <time dateTime={attempt.startedAt} title={time.instant(attempt.startedAt)}>
          {clock(time.reader.locale, time.timeZone, attempt.startedAt)}
        </time>
        <span>{t(`attempt.${attempt.kind}`, { number: attempt.number })}</span>
      </li>
      <li className={classes.step}>
        <time dateTime={attempt.endedAt ?? undefined}>
          {attempt.endedAt === null ? '…' : clock(time.reader.locale, time.timeZone, attempt.endedAt)}
        </time>
        <span>
          {words}
          {attempt.reason !== null && <span className={classes.reason}>{reason(attempt.reason).what}</span>}
          {attempt.words !== null && <q className={classes.words}>{attempt.words}</q>}
        </span>
      </li>
    </>
  )
}

function useAttemptWords({ kind, outcome, endedAt }: Attempt): string {
  const { t, i18n } = useTranslation('publishing')
  if (outcome === null) return t(endedAt === null ? 'attempt.running' : 'attempt.lost')
  const known = (OUTCOMES[kind] as readonly string[]).includes(outcome)
  // The outcome comes from the server, so the compiler cannot check the key; the list above does.
  return known
    ? i18n.t(`publishing:attempt.${kind}.${outcome}` as 'publishing:attempt.send.published')
    : t('attempt.other')
}

/** To the second: the order of what happened within a minute matters here. */
function clock(locale: string, timeZone: string, at: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    new Date(at),
  )
}
