import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Action } from '#contract/actions.ts'
import { useMe } from '#web/kernel/session.tsx'

/** What a person can put right alone: a policy to accept, a course to take. */
const MENDED_BY_ONESELF = ['right.policy-not-accepted', 'right.certificate-missing', 'right.certificate-expired']

/** The way to what a right is waiting for; nothing where another rule holds it. */
export function RequirementLink({ action }: { readonly action: Action }) {
  const { t } = useTranslation('ui')
  const { held } = useMe()
  if (!held.some((one) => one.action === action && MENDED_BY_ONESELF.includes(one.code))) return null
  return (
    <Link to="/govern/training" className="link">
      {t('held.mend')}
    </Link>
  )
}
