import { Link } from '@tanstack/react-router'
import type { LinkProps } from '@tanstack/react-router'
import { IconInfoCircle } from '@tabler/icons-react'
import { Suspense, lazy, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './explained-number.module.css'

const ExplanationPopover = lazy(async () => ({
  default: (await import('./explanation-popover.tsx')).ExplanationPopover,
}))

export interface Explanation {
  /** What is counted, in two or three words: the heading of the explanation and the name of its button. */
  readonly label: string
  readonly definition: string
  readonly formula?: string | undefined
  readonly source?: string | undefined
  /** When it was last brought up to date, as text. */
  readonly fresh?: string | undefined
  /** The rows behind the number. */
  readonly to?: LinkProps | undefined
}

interface ExplainedNumberProps extends Explanation {
  readonly value: ReactNode
  readonly className?: string | undefined
}

/** A number that can say what it is: definition, formula, source, freshness, and a way to its rows. */
export function ExplainedNumber({ value, className, ...explanation }: ExplainedNumberProps) {
  return (
    <span className={[classes.number, className].filter(Boolean).join(' ')}>
      {explanation.to === undefined ? (
        <span className={classes.value}>{value}</span>
      ) : (
        <Link {...explanation.to} className={classes.value}>
          {value}
        </Link>
      )}
      <Why explanation={explanation} />
    </span>
  )
}

/** The small "i": shown on hover, focus and touch; what it opens is fetched when first asked for. */
function Why({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation('ui')
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState(false)
  // A press on the button counts as one outside the popover, which closes it first; the click must not open it again.
  const wasOpen = useRef(false)
  const close = () => {
    setOpened(false)
    button.current?.focus()
  }
  return (
    <span className={classes.place}>
      <button
        ref={button}
        type="button"
        className={classes.why}
        aria-label={t('number.explain', { label: explanation.label })}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onPointerDown={() => {
          wasOpen.current = opened
        }}
        onClick={() => {
          setOpened(!wasOpen.current && !opened)
          wasOpen.current = false
        }}
      >
        <IconInfoCircle size={12} stroke={2} aria-hidden />
      </button>
      {opened && (
        <Suspense fallback={null}>
          <ExplanationPopover explanation={explanation} onClose={close} />
        </Suspense>
      )}
    </span>
  )
}
