import { useTranslation } from 'react-i18next'
import { asProblem } from '#web/kernel/client.ts'
import { useRefusalText } from '#web/ui/refusal-text.ts'

const KNOWN = [
  'address-not-allowed',
  'unreachable',
  'timed-out',
  'not-this-platform',
  'wrong-credentials',
  'permission-missing',
  'account-suspended',
  'rate-limited',
  'server-error',
  'text-too-long',
  'media-rejected',
  'content-rejected',
  'answer-lost',
  'not-found',
  'channel-paused',
  'channel-needs-reconnecting',
  'channel-disconnected',
  'secrets-unreadable',
  'too-late',
  'stop',
  'restored',
  'settled-not-published',
  'approval.waiting',
  'approval.rejected',
  'approval.expired',
  'approval.lapsed',
] as const
type Known = (typeof KNOWN)[number]

/** Whether a code is one of the reasons that platforms or our own rules give. */
export function isReason(code: string): code is Known {
  return (KNOWN as readonly string[]).includes(code)
}

/** Why a platform did not do something, in a sentence, and what one can do about it in another. */
export interface ReasonText {
  readonly what: string
  readonly todo: string
}

/** The sentences for a reason's code, in the person's language; a code we do not know gets general ones. */
export function useReasonText(): (code: string) => ReasonText {
  const { t } = useTranslation('publishing')
  return (code) => {
    const known = isReason(code) ? code : 'other'
    return { what: t(`reason.${known}`), todo: t(`reason.${known}.do`) }
  }
}

/** The sentence for whatever was thrown; where a platform refused, with its reason. */
export function useRefusedText(): (error: unknown) => string {
  const sentence = useRefusalText()
  const reason = useReasonText()
  return (error) => {
    const problem = asProblem(error)
    const code = problem.code === 'channel.refused' ? problem.params['reason'] : undefined
    if (typeof code !== 'string' || !isReason(code)) return sentence(problem)
    const { what, todo } = reason(code)
    return `${what} ${todo}`
  }
}
