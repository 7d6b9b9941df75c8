import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStops, type Stop } from './records.ts'
import classes from './stop.module.css'

/** The stops that run, each with what it holds, whether every worker knows, and the way to lift it. */
export function RunningCard({ stops }: { readonly stops: readonly Stop[] }) {
  const { t } = useTranslation('stop')
  const [lifting, setLifting] = useState<Stop | null>(null)
  return (
    <Card title={t('running')} pad={false}>
      {stops.length === 0 ? (
        <Empty icon={IconShieldCheck} title={t('running.none.title')} text={t('running.none.text')} />
      ) : (
        <ul className={classes.rows}>
          {stops.map((stop) => (
            <RunningRow key={stop.id} stop={stop} onLift={() => setLifting(stop)} />
          ))}
        </ul>
      )}
      {lifting !== null && <LiftDialog stop={lifting} onClose={() => setLifting(null)} />}
    </Card>
  )
}

function RunningRow({ stop, onLift }: { stop: Stop; onLift: () => void }) {
  const { t } = useTranslation('stop')
  const time = useTime()
  const { asked, acknowledged, afterMs } = stop.workers
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.stopped}>
          {stop.scope.kind === 'organisation' ? t('everything') : t('scoped', { scope: stop.scope.name })}
        </p>
        <p title={time.instant(stop.startedAt)}>
          {t('told', { person: stop.startedBy, when: time.relative(stop.startedAt), reason: stop.reason })}
        </p>
        <p className={classes.quiet}>
          {[
            t('counts', { held: stop.held }),
            ...(stop.onItsWay > 0 ? [t('on-its-way', { count: stop.onItsWay })] : []),
            ...(asked === 0
              ? []
              : [
                  afterMs === null
                    ? t('workers', { acknowledged, asked })
                    : t('workers.after', { acknowledged, asked, ms: afterMs }),
                ]),
          ].join(' · ')}
        </p>
      </div>
      <div className={classes.acts}>
        {stop.held + stop.onItsWay > 0 && (
          <Link to="/govern/stop" search={{ stop: stop.id }} className={classes.link}>
            {t('history.look')}
          </Link>
        )}
        <AllowedButton action="emergency.lift" variant="default" onClick={onLift}>
          {t('lift')}
        </AllowedButton>
      </div>
    </li>
  )
}

function LiftDialog({ stop, onClose }: { stop: Stop; onClose: () => void }) {
  const { t } = useTranslation(['stop', 'ui'])
  const queryClient = useQueryClient()
  const form = useProblemForm({ initialValues: { note: '' }, guard: false })
  const done = () => {
    announce(t('lifted', { scope: stop.scope.name }))
    void refreshStops(queryClient)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('lift.title', { scope: stop.scope.name })}>
      <form onSubmit={form.submit(({ note }) => api.governance.stops.lift({ id: stop.id, note }), done)} noValidate>
        <Stack gap={16}>
          <Text size="sm" c="var(--text-2)">
            {t('lift.text')}
          </Text>
          {form.problem !== null && <ProblemNotice problem={form.problem} />}
          <Textarea label={t('lift.note')} autosize minRows={2} maxLength={500} {...form.getInputProps('note')} />
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={form.sending}>
              {t('lift')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
