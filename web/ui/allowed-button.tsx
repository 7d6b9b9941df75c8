import { Button } from '@mantine/core'
import type { ButtonProps } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Suspense, lazy, useId } from 'react'
import type { MouseEventHandler, ReactNode } from 'react'
import type { Action } from '#contract/actions.ts'
import { useMay } from '#web/kernel/session.tsx'
import { RequirementLink } from './requirement-link.tsx'
import classes from './allowed-button.module.css'

const ReasonTip = lazy(async () => ({ default: (await import('./reason-tip.tsx')).ReasonTip }))

interface AllowedButtonProps extends Omit<ButtonProps, 'disabled' | 'leftSection'> {
  /** The right that the press needs. */
  readonly action: Action
  /** Another rule that holds it, as a sentence that names who can lift it; it wins over a missing right. */
  readonly heldBy?: string | undefined
  readonly icon?: ReactNode
  /** `beside` writes the rule next to the button; `tip` shows it on hover and focus, for tight places. */
  readonly why?: 'beside' | 'tip'
  readonly type?: 'button' | 'submit'
  readonly onClick?: MouseEventHandler<HTMLButtonElement> | undefined
  readonly children: ReactNode
}

/** A button that is held with a lock where a rule forbids it, and says which rule and who can lift it. */
export function AllowedButton({
  action,
  heldBy,
  icon,
  why = 'tip',
  type = 'button',
  onClick,
  children,
  ...look
}: AllowedButtonProps) {
  const id = useId()
  const may = useMay(action)
  const because = heldBy ?? may.because
  if (because === '')
    return (
      <Button {...look} type={type} leftSection={icon} onClick={onClick}>
        {children}
      </Button>
    )
  // `aria-disabled` instead of `disabled` keeps the button in the tab order, so that its reason can be read.
  const button = (
    <Button
      {...look}
      type="button"
      variant="default"
      leftSection={<IconLock size={16} stroke={1.5} aria-hidden />}
      aria-disabled
      data-disabled
      aria-describedby={id}
    >
      {children}
    </Button>
  )
  if (why === 'beside')
    return (
      <span className={classes.held}>
        {button}
        <span id={id} className={classes.because}>
          {because}
        </span>
        <RequirementLink action={action} />
      </span>
    )
  return (
    <>
      <Suspense fallback={button}>
        <ReasonTip reason={because}>{button}</ReasonTip>
      </Suspense>
      <span id={id} className="visually-hidden">
        {because}
      </span>
      <RequirementLink action={action} />
    </>
  )
}
