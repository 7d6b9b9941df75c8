import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { ApprovalBadge } from '#web/ui/approval-badge.tsx'
import { ApprovalStages } from '#web/ui/approval-stages.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import type { Approval } from '#web/ui/use-approval-words.ts'
import { ApprovedText } from './approved-text.tsx'
import type { Selected } from './approved-text.tsx'
import { Comments } from './comments.tsx'
import { DecideForm } from './decide-form.tsx'
import { Reviewers } from './reviewers.tsx'
import classes from './approvals.module.css'

/** One request beside the list: what is approved, what changed, what is said of it, who decides. */
export function ApprovalPanel({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }) {
  const { t } = useTranslation('approvals')
  const query = useQuery({
    ...orpc.governance.approvals.one.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== null,
  })
  return (
    <SideSheet opened={id !== null} onClose={onClose} title={query.data?.post.title ?? t('title')} size={720}>
      {id !== null && (
        <Loaded query={query} skeleton={8}>
          {(approval) => <PanelBody key={approval.id} approval={approval} />}
        </Loaded>
      )}
    </SideSheet>
  )
}

function PanelBody({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const time = useTime()
  const [selected, setSelected] = useState<Selected | null>(null)
  const { workflow } = approval
  return (
    <div className={classes.panel}>
      <div>
        <p>
          <ApprovalBadge state={approval.state} />
        </p>
        <p className="text-2">{t('panel.wrote', { names: approval.authors.map(({ name }) => name).join(', ') })}</p>
        <p className="text-2">{t('panel.due', { when: time.instant(approval.dueAt) })}</p>
        <RecordLink type="post" id={approval.post.id} className="link">
          {t('panel.open')}
        </RecordLink>
      </div>
      <section aria-label={t('panel.text')}>
        <h3 className={classes.head}>{t('panel.text')}</h3>
        <ApprovedText approval={approval} selected={selected} onSelect={setSelected} />
      </section>
      {approval.findings.length > 0 && (
        <section aria-label={t('panel.findings')}>
          <h3 className={classes.head}>{t('panel.findings')}</h3>
          <ul className={classes.list}>
            {approval.findings.map((finding) => (
              <li key={`${finding.rule} ${finding.part} ${finding.start}`}>
                <p className="medium">
                  {finding.words === null ? finding.rule : `${finding.rule}: “${finding.words}”`}{' '}
                  {finding.waived && <Badge>{t('panel.waived')}</Badge>}
                </p>
                <p className="text-2">{finding.reason}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t('panel.stages')}>
        <h3 className={classes.head}>{t('panel.stages')}</h3>
        <ApprovalStages approval={approval} />
        {workflow !== null && (
          <p className={`${classes.quiet} small`} style={{ marginTop: 12 }}>
            {[
              t('panel.workflow', { title: workflow.title }),
              workflow.removed
                ? t('panel.workflow.removed')
                : workflow.current > workflow.number
                  ? t('panel.workflow.older', { number: workflow.number, current: workflow.current })
                  : '',
            ]
              .filter((part) => part !== '')
              .join('. ')}
          </p>
        )}
      </section>
      <Comments approval={approval} selected={selected} onUnselect={() => setSelected(null)} />
      <Reviewers approval={approval} />
      <DecideForm approval={approval} />
    </div>
  )
}
