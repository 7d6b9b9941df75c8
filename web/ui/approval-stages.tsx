import { IconCheck, IconClock, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { PersonFace } from './person-face.tsx'
import { useApprovalWords } from './use-approval-words.ts'
import type { Approval } from './use-approval-words.ts'
import { useUnitName } from './use-units.ts'
import classes from './route-stages.module.css'

type Stage = Approval['stages'][number]
const MARK = { pending: IconClock, waiting: IconClock, approved: IconCheck, rejected: IconX }

/** The stages of a request: who is asked, who decided and with what reason. */
export function ApprovalStages({ approval }: { readonly approval: Approval }) {
  return (
    <ol className={classes.stages}>
      {approval.stages.map((stage) => (
        <OneStage key={stage.number} stage={stage} running={approval.state === 'waiting'} />
      ))}
    </ol>
  )
}

function OneStage({ stage, running }: { stage: Stage; running: boolean }) {
  const { t } = useTranslation('approvals')
  const time = useTime()
  const words = useApprovalWords(useUnitName())
  const Mark = MARK[stage.state]
  const open = running && stage.state === 'waiting'
  const first = stage.decisions[0] ?? null
  const face = first?.name ?? (open ? stage.asked[0]?.person.name : undefined)
  return (
    <li className={classes.stage}>
      <span className={classes.mark}>
        {face === undefined ? (
          <span className={classes.gap}>
            <Mark size={16} stroke={1.5} aria-hidden />
          </span>
        ) : (
          <PersonFace name={face} />
        )}
      </span>
      <p className={classes.name}>
        {words.stageName(stage)} <span className={`${classes.quiet} small`}>{t(`stage-state.${stage.state}`)}</span>
      </p>
      {stage.reasons.map((reason) => (
        <p key={`${reason.kind} ${JSON.stringify(reason.params)}`} className={`${classes.why} small`}>
          {words.reason(reason)}
        </p>
      ))}
      {open &&
        stage.asked.map((asked) => (
          <p key={asked.person.id} className="small">
            {[
              asked.person.name,
              words.as(asked),
              words.via(asked),
              t('asked.since', { when: time.relative(asked.askedAt) }),
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </p>
        ))}
      {open && stage.asked.length > 1 && <p className={`${classes.quiet} small`}>{t(`need.${stage.need}`)}</p>}
      {open && stage.deadlineAt !== null && stage.escalatedAt === null && (
        <p className={`${classes.quiet} small`}>{t('deadline', { when: time.instant(stage.deadlineAt) })}</p>
      )}
      {open && stage.escalatedAt !== null && (
        <p className={`${classes.trouble} small`}>{t('escalated', { when: time.relative(stage.escalatedAt) })}</p>
      )}
      {open && stage.gap !== null && <p className={`${classes.trouble} small`}>{t(`gap.${stage.gap}`)}</p>}
      {stage.decisions.map((decision) => (
        <div
          key={decision.id}
          className={decision.decision === 'reject' ? `${classes.decision} ${classes.back}` : classes.decision}
        >
          <p className="small">
            {`${t(`decision.${decision.decision}`, { name: decision.name })}${decision.person === null ? ` (${t('outside')})` : ''}, ${time.relative(decision.at)}`}
          </p>
          {decision.reason !== null && <p>{decision.reason}</p>}
        </div>
      ))}
    </li>
  )
}
