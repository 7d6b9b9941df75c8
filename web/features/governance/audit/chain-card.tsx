import { Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconAlertTriangle, IconCircleCheck, IconLinkPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { asProblem, orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { useNumber } from '#web/ui/use-number.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import type { Verification } from './records.ts'
import { useEventWords } from './use-event-words.ts'
import classes from './audit.module.css'

/** Whether the chain of events holds, and the button that looks. */
export function ChainCard() {
  const { t } = useTranslation('audit')
  const queryClient = useQueryClient()
  const latest = useQuery(
    orpc.governance.audit.verifications.queryOptions({
      refetchInterval: ({ state }) => (state.data?.items[0]?.endedAt === null ? 1000 : false),
    }),
  )
  const verify = useMutation(
    orpc.governance.audit.verify.mutationOptions({
      onSettled: () => void queryClient.invalidateQueries({ queryKey: orpc.governance.key() }),
    }),
  )
  return (
    <Card title={t('verify.title')}>
      <div className={classes.side}>
        <p className={classes.quiet}>{t('verify.text')}</p>
        <Loaded query={latest} skeleton={2}>
          {({ items: [first] }) =>
            first === undefined ? (
              <p>{t('verify.never')}</p>
            ) : (
              <div role="status">
                <Result verification={first} />
              </div>
            )
          }
        </Loaded>
        {verify.error !== null && <ProblemNotice problem={asProblem(verify.error)} />}
        <AllowedButton
          action="events.export"
          variant="default"
          why="beside"
          loading={verify.isPending || latest.data?.items[0]?.endedAt === null}
          icon={<IconLinkPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => verify.mutate({})}
        >
          {t('verify')}
        </AllowedButton>
      </div>
    </Card>
  )
}

function Result({ verification }: { verification: Verification }) {
  const { t } = useTranslation('audit')
  const time = useTime()
  const number = useNumber()
  const { events, reached, endedAt, broken, startedBy, startedAt, head } = verification
  if (endedAt === null)
    return (
      <>
        <p>{t('verify.running', { reached: number.count(reached), events: number.count(events) })}</p>
        <Progress value={events === 0 ? 100 : (reached / events) * 100} aria-label={t('verify')} />
      </>
    )
  return (
    <>
      {broken === null ? (
        <p className={classes.good}>
          <IconCircleCheck size={18} stroke={1.5} aria-hidden />
          {t('verify.holds', { events })}
        </p>
      ) : (
        <Broken broken={broken} />
      )}
      <p className={classes.quiet}>
        {t('verify.by', { person: startedBy, when: time.instant(startedAt) })}
        <br />
        <span className={classes.hash}>{t('verify.head', { hash: head })}</span>
      </p>
    </>
  )
}

function Broken({ broken }: { broken: NonNullable<Verification['broken']> }) {
  const { t } = useTranslation('audit')
  const time = useTime()
  const words = useEventWords()
  return (
    <div className={classes.bad}>
      <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
      <div>
        <p className="medium">{t('verify.broken', { position: broken.position })}</p>
        <p>{t(`verify.broken.${broken.why}`)}</p>
        {broken.event !== null && (
          <p className={classes.quiet}>
            {words.verb(broken.event.verb)}, {words.actor(broken.event.actor)}, {time.instant(broken.event.at)}
          </p>
        )}
        <p>{t('verify.broken.do')}</p>
      </div>
    </div>
  )
}
