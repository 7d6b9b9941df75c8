import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { PersonFace } from './person-face.tsx'
import { useApprovalWords } from './use-approval-words.ts'
import type { RouteStage } from './use-approval-words.ts'
import { useUnitName } from './use-units.ts'
import classes from './route-stages.module.css'

/** Who would have to approve, one stage after the other, as what and why. */
export function RouteStages({ stages }: { readonly stages: readonly RouteStage[] }) {
  return (
    <ol className={classes.stages}>
      {stages.map((stage, place) => {
        const key = `stage ${place}`
        return <Stage key={key} stage={stage} />
      })}
    </ol>
  )
}

/** At most this many are named; the others are counted. */
const MOST_NAMED = 3

function Stage({ stage }: { stage: RouteStage }) {
  const { t } = useTranslation('approvals')
  const words = useApprovalWords(useUnitName())
  const me = useMe()
  const first = stage.people[0]
  const more = stage.people.length - MOST_NAMED
  return (
    <li className={classes.stage}>
      <span className={classes.mark}>
        {first === undefined ? (
          <span className={classes.gap}>
            <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
          </span>
        ) : (
          <PersonFace name={first.person.name} />
        )}
      </span>
      {stage.people.slice(0, MOST_NAMED).map((person) => (
        <div key={person.person.id} className={classes.person}>
          <p className={classes.name}>{person.person.name}</p>
          <p className={`${classes.quiet} small`}>
            {[words.as(person), words.via(person)].filter((part) => part !== '').join(', ')}
          </p>
        </div>
      ))}
      {more > 0 && <p className={`${classes.quiet} small`}>{`+${more}`}</p>}
      {first === undefined && <p className={classes.name}>{words.stageName(stage)}</p>}
      {stage.people.length > 1 && <p className={`${classes.quiet} small`}>{t(`need.${stage.need}`)}</p>}
      {stage.reasons.map((reason) => (
        <p key={`${reason.kind} ${JSON.stringify(reason.params)}`} className={`${classes.why} small`}>
          {words.reason(reason)}
        </p>
      ))}
      {stage.authors.map((author) => (
        <p key={author.id} className={`${classes.why} small`}>
          {author.id === me.person.id ? t('not-you.me') : t('not-you', { name: author.name })}
        </p>
      ))}
      {stage.unable.map((person) => (
        <p key={person.id} className={`${classes.trouble} small`}>
          {t('unable', { name: person.name })}
        </p>
      ))}
      {stage.deadlineHours !== null && (
        <p className={`${classes.quiet} small`}>{t('stage.hours', { hours: stage.deadlineHours })}</p>
      )}
      {stage.gap !== null && <p className={`${classes.trouble} small`}>{t(`gap.${stage.gap}`)}</p>}
    </li>
  )
}
