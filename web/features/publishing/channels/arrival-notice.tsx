import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import type { Channel } from '../records.ts'
import { isReason, useReasonText } from '../use-reason-text.ts'
import classes from './channels.module.css'

interface ArrivalNoticeProps {
  /** The channel that was just connected by signing in at its platform. */
  readonly connected: Channel | null
  /** Why signing in at the platform led to nothing. */
  readonly refused: string | null
}

/** What came of going to a platform's sign-in page, after coming back from it. */
export function ArrivalNotice({ connected, refused }: ArrivalNoticeProps) {
  const { t } = useTranslation(['publishing', 'ui'])
  const navigate = useNavigate()
  const reason = useReasonText()
  const sentence = useRefusalText()
  if (connected === null && refused === null) return null
  const words =
    refused === null
      ? ''
      : isReason(refused)
        ? `${reason(refused).what} ${reason(refused).todo}`
        : sentence({ code: refused })
  return (
    <div
      className={refused === null ? classes.arrived : `${classes.arrived} ${classes.refused}`}
      role={refused === null ? 'status' : 'alert'}
    >
      {refused === null ? (
        <IconCircleCheck size={18} stroke={1.5} aria-hidden />
      ) : (
        <IconAlertCircle size={18} stroke={1.5} aria-hidden />
      )}
      <p>
        {connected !== null && refused === null
          ? t('arrival.connected', { name: connected.name })
          : t('arrival.refused', { reason: words })}
      </p>
      <span className={classes.ways}>
        {refused !== null && (
          <Button size="xs" variant="default" onClick={() => void navigate({ to: '/calendar/channels/new' })}>
            {t('arrival.again')}
          </Button>
        )}
        {refused === null && (
          <Button size="xs" onClick={() => void navigate({ to: '/posts/new' })}>
            {t('calendar.new')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => void navigate({ to: '/calendar/channels', replace: true })}>
          {t('ui:close')}
        </Button>
      </span>
    </div>
  )
}
