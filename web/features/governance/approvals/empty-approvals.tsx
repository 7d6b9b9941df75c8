import { Button } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { APPROVAL_VIEWS } from '#contract/approvals.ts'
import { Empty } from '#web/ui/empty.tsx'

/** What stands where no request is, with what would stand there. */
export function EmptyApprovals({ view }: { readonly view: (typeof APPROVAL_VIEWS)[number] }) {
  const { t } = useTranslation('approvals')
  const navigate = useNavigate()
  return (
    <Empty
      icon={IconChecklist}
      title={t(`empty.${view}.title`)}
      text={t(`empty.${view}.text`)}
      action={
        <Button variant="default" onClick={() => void navigate({ to: '/govern/workflows' })}>
          {t('empty.workflows')}
        </Button>
      }
    />
  )
}
