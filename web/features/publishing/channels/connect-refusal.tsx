import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#web/kernel/client.ts'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { isReason, useReasonText } from '../use-reason-text.ts'
import classes from './channels.module.css'

/** `reason.wrong-credentials` as a platform's refusal names it at a field. */
function reasonOf(code: string): string {
  return code.replace(/^reason\./u, '')
}

/** The sentence at a field for which a platform refused the connection. */
export function useFieldRefusal(problem: Problem | null): (path: string) => string | undefined {
  const { t } = useTranslation('publishing')
  const reason = useReasonText()
  const sentence = useRefusalText()
  return (path) => {
    const field = problem?.fields.find((one) => one.path === path)
    if (field === undefined) return undefined
    if (field.code === 'channel.other-account') return t('connect.other-account')
    const code = reasonOf(field.code)
    return isReason(code) ? `${reason(code).what} ${reason(code).todo}` : sentence(field)
  }
}

/** What was refused for the connection as a whole, and the platform's own words. Silent where a field says it already. */
export function ConnectRefusal({ problem, shown }: { readonly problem: Problem; readonly shown: readonly string[] }) {
  const { t } = useTranslation('publishing')
  const atField = useFieldRefusal(problem)
  const sentence = useRefusalText()
  const words = problem.params['words']
  const elsewhere = problem.fields.find((field) => !shown.includes(field.path) && field.path.startsWith('settings'))
  const text =
    elsewhere === undefined ? (problem.fields.length > 0 ? '' : sentence(problem)) : (atField(elsewhere.path) ?? '')
  const said = typeof words === 'string' && words !== '' ? t('reason.words', { words }) : ''
  if (text === '' && said === '') return null
  return (
    <div className={`${classes.arrived} ${classes.refused}`} role="alert">
      <IconAlertCircle size={18} stroke={1.5} aria-hidden />
      <p>
        {text}
        {said !== '' && <span className={classes.words}>{said}</span>}
      </p>
    </div>
  )
}
