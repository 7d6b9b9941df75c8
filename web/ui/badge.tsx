import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './badge.module.css'

export type Tone = 'mute' | 'good' | 'warn' | 'bad' | 'info' | 'accent' | 'line'

interface BadgeProps {
  readonly tone?: Tone
  /** State colours never stand alone: give an icon, or words that say the state. */
  readonly icon?: Icon | undefined
  readonly children: ReactNode
}

/** A short state or count in a pill. */
export function Badge({ tone = 'mute', icon: Mark, children }: BadgeProps) {
  return (
    <span
      className={[classes.badge, tone === 'mute' ? '' : classes[tone], Mark === undefined ? classes.plain : '']
        .filter(Boolean)
        .join(' ')}
    >
      {Mark !== undefined && <Mark size={14} stroke={1.5} aria-hidden />}
      {children}
    </span>
  )
}
