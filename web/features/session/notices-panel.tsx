import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useTranslation } from 'react-i18next'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { noticeAddress } from './notice-address.ts'
import { newestNotices } from './notices-bell.tsx'
import classes from './notices.module.css'

type Notice = InferContractRouterOutputs<Contract>['organisation']['notices']['list']['items'][number]

/** What one should know of, newest first, each a link to what it is about. */
export function NoticesPanel({ close }: { readonly close: () => void }) {
  const { t } = useTranslation('shell')
  const notices = useQuery(newestNotices)
  const read = useMarkRead()
  return (
    <>
      <div className={classes.head}>
        <h2>{t('notices')}</h2>
        {(notices.data?.unread ?? 0) > 0 && (
          <button type="button" className={classes.all} onClick={() => void read(undefined)}>
            {t('notices.read-all')}
          </button>
        )}
      </div>
      <Loaded query={notices}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.empty}>{t('notices.none')}</p>
          ) : (
            <ul className={classes.list}>
              {items.map((notice) => (
                <li key={notice.id}>
                  <NoticeLink notice={notice} read={read} close={close} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

interface NoticeLinkProps {
  readonly notice: Notice
  readonly read: (ids: string[] | undefined) => Promise<void>
  readonly close: () => void
}

function NoticeLink({ notice, read, close }: NoticeLinkProps) {
  const { t } = useTranslation('shell')
  const time = useTime()
  const router = useRouter()
  const words = useNoticeWords()
  const address = noticeAddress(notice)
  const unread = notice.readAt === null
  return (
    <a
      href={address}
      className={unread ? `${classes.notice} ${classes.unread}` : classes.notice}
      onClick={(event) => {
        if (unread) void read([notice.id])
        // A press that asks for a new tab is the browser's.
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        close()
        router.history.push(address)
      }}
    >
      <span>
        {unread && <span className="visually-hidden">{t('notices.unread')} </span>}
        {words(notice)}
      </span>
      <span className={classes.when} title={time.instant(notice.createdAt)}>
        {time.relative(notice.createdAt)}
      </span>
    </a>
  )
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u

/** A notice as a sentence; days in it as the reader writes them. An unknown kind is at least named. */
function useNoticeWords(): (notice: Notice) => string {
  const { t, i18n } = useTranslation('notices')
  const shell = useTranslation('shell')
  const time = useTime()
  // The kind comes from the server, so the key cannot be checked when compiling; `exists` checks it here.
  const isKnown = (key: string): key is 'team.joined' => i18n.exists(key, { ns: 'notices' })
  return ({ kind, params }) => {
    const values = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' && DAY.test(value) ? time.day(value) : value,
      ]),
    )
    return isKnown(kind) ? t(kind, values) : shell.t('notices.unknown')
  }
}

function useMarkRead(): (ids: string[] | undefined) => Promise<void> {
  const queryClient = useQueryClient()
  return async (ids) => {
    await api.organisation.notices.markRead(ids === undefined ? {} : { ids }).catch(() => undefined)
    await queryClient.invalidateQueries({ queryKey: orpc.organisation.notices.key() })
  }
}
