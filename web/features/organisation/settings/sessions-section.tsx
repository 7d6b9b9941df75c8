import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { deviceOf } from './device-name.ts'

/** Where one is signed in, and ending it there. */
export function SessionsSection() {
  const { t } = useTranslation('organisation')
  const time = useTime()
  const sessions = useQuery(orpc.session.list.queryOptions())
  const { end, endOthers } = useEndSessions()
  const device = (userAgent: string) => {
    const known = deviceOf(userAgent)
    return known === null ? userAgent : t('sessions.browser-on', { browser: known.browser, system: known.system })
  }
  const others = sessions.data?.items.some((session) => !session.current) === true
  return (
    <Card
      title={t('sessions')}
      pad={false}
      end={
        others && (
          <Button size="xs" variant="default" onClick={() => void endOthers()}>
            {t('sessions.end-others')}
          </Button>
        )
      }
    >
      <Loaded query={sessions}>
        {({ items }) => (
          <DataTable
            caption={t('sessions')}
            rows={items}
            rowKey={(session) => session.id}
            columns={[
              {
                key: 'device',
                head: t('sessions.device'),
                cell: (session) => (
                  <>
                    <span className="medium">{device(session.device)}</span>{' '}
                    {session.current && <Badge tone="accent">{t('sessions.this')}</Badge>}
                  </>
                ),
              },
              { key: 'address', head: t('sessions.address'), cell: (session) => session.address ?? '–' },
              {
                key: 'seen',
                head: t('person.last-seen'),
                cell: (session) => (
                  <span title={time.instant(session.lastSeenAt)}>{time.relative(session.lastSeenAt)}</span>
                ),
              },
              {
                key: 'actions',
                head: '',
                label: t('person.actions'),
                number: true,
                cell: (session) =>
                  session.current ? null : (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('sessions.end-of', { device: device(session.device) })}
                      onClick={() => end(session.id)}
                    >
                      {t('sessions.end')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}

function useEndSessions() {
  const { t } = useTranslation('organisation')
  const queryClient = useQueryClient()
  const confirm = useConfirm()
  const sentence = useProblemText()
  const settled = {
    onError: (error: unknown) => announce(sentence(error), { tone: 'refused' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.session.list.key() }),
  }
  const one = useMutation(
    orpc.session.revoke.mutationOptions({ ...settled, onSuccess: () => announce(t('sessions.ended')) }),
  )
  const others = useMutation(
    orpc.session.revokeOthers.mutationOptions({
      ...settled,
      onSuccess: ({ ended }) => announce(t('sessions.others-ended', { count: ended })),
    }),
  )
  return {
    end: (id: string) => one.mutate({ id }),
    endOthers: async () => {
      if (
        await confirm({
          title: t('sessions.end-others-title'),
          consequence: t('sessions.end-others-text'),
          action: t('sessions.end-others'),
        })
      )
        others.mutate(undefined)
    },
  }
}
