import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Dropdown } from '#web/ui/dropdown.tsx'
import bar from './top-bar.module.css'
import classes from './notices.module.css'

const NoticesPanel = lazy(async () => ({ default: (await import('./notices-panel.tsx')).NoticesPanel }))

/** One's newest notices, asked for again every minute. */
export const newestNotices = orpc.organisation.notices.list.queryOptions({
  input: { limit: 20 },
  refetchInterval: 60_000,
  retry: false,
})

/** The bell: how many notices are unread, and what they say. */
export function NoticesBell() {
  const { t } = useTranslation('shell')
  const unread = useQuery(newestNotices).data?.unread ?? 0
  return (
    <Dropdown
      label={t('notices.bell', { count: unread })}
      className={bar.icon}
      trigger={
        <span className={classes.bell}>
          <IconBell size={18} stroke={1.5} aria-hidden />
          {unread > 0 && <span className={classes.dot} data-count={unread > 99 ? '99+' : unread} aria-hidden />}
        </span>
      }
    >
      {(close) => <NoticesPanel close={close} />}
    </Dropdown>
  )
}
