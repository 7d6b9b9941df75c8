import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { ApprovalBadge } from '#web/ui/approval-badge.tsx'
import { ApprovalStages } from '#web/ui/approval-stages.tsx'
import { Card } from '#web/ui/card.tsx'
import type { Post } from '../records.ts'
import classes from './post-approval.module.css'

/** Where the approval of a post stands, who decided and why, and what was asked before. Nothing where none was needed. */
export function PostApproval({ post }: { readonly post: Post }) {
  const { t } = useTranslation('approvals')
  const time = useTime()
  const query = useQuery({
    ...orpc.governance.approvals.ofPost.queryOptions({ input: { id: post.id } }),
    refetchInterval: 60_000,
  })
  const [newest, ...earlier] = query.data?.items ?? []
  if (newest === undefined) return null
  return (
    <Card title={t('post.title')} badge={<ApprovalBadge state={newest.state} />}>
      <ApprovalStages approval={newest} />
      <p className={classes.foot}>
        <Link to="/govern" search={{ open: newest.id }} className="link">
          {t('post.look')}
        </Link>
      </p>
      {earlier.length > 0 && (
        <>
          <h3 className="visually-hidden">{t('post.earlier')}</h3>
          <ul className={classes.earlier}>
            {earlier.map((approval) => (
              <li key={approval.id}>
                <ApprovalBadge state={approval.state} />
                <Link to="/govern" search={{ open: approval.id }} className="link small">
                  {time.instant(approval.createdAt)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
