import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { compareTexts } from '#web/ui/text-difference.ts'
import { fieldChanges, isProse, type FieldChange } from './field-changes.ts'
import type { Event } from './records.ts'
import { useEventWords } from './use-event-words.ts'
import classes from './audit.module.css'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What an event changed, field by field: before and after side by side, long texts word by word. */
export function EventDifference({ event }: { readonly event: Event }) {
  const { t } = useTranslation('audit')
  const words = useEventWords()
  const changes = fieldChanges(event.before, event.after)
  if (event.erased) return <p className={classes.quiet}>{t('erased.text')}</p>
  if (changes.length === 0) return <p className={classes.quiet}>{t('event.nothing')}</p>
  return (
    <table className={classes.difference} role="table">
      <caption className="visually-hidden">{t('list.look')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span className="visually-hidden">{t('list.what')}</span>
          </th>
          {event.before !== null && (
            <th role="columnheader" scope="col">
              {t('event.before')}
            </th>
          )}
          {event.after !== null && (
            <th role="columnheader" scope="col">
              {t('event.after')}
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {changes.map((change) => (
          <tr key={change.name} role="row">
            <th role="rowheader" scope="row">
              {words.field(change.name)}
            </th>
            <Sides event={event} change={change} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sides({ event, change }: { event: Event; change: FieldChange }) {
  const { t } = useTranslation('audit')
  const prose = isProse(change.before, change.after)
  if (prose) return <Prose before={String(change.before)} after={String(change.after)} />
  return (
    <>
      {event.before !== null && (
        <td role="cell" data-side={t('event.before')}>
          <Value value={change.before} />
        </td>
      )}
      {event.after !== null && (
        <td role="cell" data-side={t('event.after')}>
          <Value value={change.after} />
        </td>
      )}
    </>
  )
}

/** Marks on each side the words that the other lacks. */
function Prose({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('audit')
  const { ours, theirs } = useMemo(() => compareTexts(before, after), [before, after])
  return (
    <>
      <td role="cell" data-side={t('event.before')} className={classes.prose}>
        {ours.map(({ text, only }, place) => {
          const key = `${place} ${only}`
          if (!only) return <span key={key}>{text}</span>
          return (
            <del key={key} title={t('diff.removed')}>
              {text}
            </del>
          )
        })}
      </td>
      <td role="cell" data-side={t('event.after')} className={classes.prose}>
        {theirs.map(({ text, only }, place) => {
          const key = `${place} ${only}`
          if (!only) return <span key={key}>{text}</span>
          return (
            <ins key={key} title={t('diff.added')}>
              {text}
            </ins>
          )
        })}
      </td>
    </>
  )
}

function Value({ value }: { value: unknown }) {
  const { t } = useTranslation('audit')
  const time = useTime()
  const words = useEventWords()
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <span className={classes.quiet}>{t('event.empty')}</span>
  if (typeof value === 'boolean') return t(value ? 'event.yes' : 'event.no')
  if (typeof value === 'string')
    return INSTANT.test(value) ? time.instant(value) : DAY.test(value) ? time.day(value) : value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return (
      <ul className={classes.values}>
        {value.map((one: unknown, place) => {
          const key = `${place} ${JSON.stringify(one)}`
          return (
            <li key={key}>
              <Value value={one} />
            </li>
          )
        })}
      </ul>
    )
  return (
    <dl className={classes.fields}>
      {Object.entries(value as object).map(([name, one]: [string, unknown]) => (
        <div key={name}>
          <dt>{words.field(name)}</dt>
          <dd>
            <Value value={one} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
