import type { Standing } from './badges.tsx'
import classes from './progress-bar.module.css'

interface ProgressBarProps {
  /** How far, from 0 to 1; more is drawn as full. Null: nothing measured. */
  readonly share: number | null
  /** Where we need to be today, from 0 to 1: the dark upright mark. */
  readonly needed?: number | null | undefined
  /** In words: "61 of 120, 17 short". */
  readonly label: string
  readonly standing?: Standing | undefined
}

const TONE: Readonly<Partial<Record<Standing, string | undefined>>> = {
  'at-risk': classes.warn,
  behind: classes.bad,
  missed: classes.bad,
  reached: classes.good,
  'not-measured': classes.mute,
}

function percent(share: number): string {
  return `${Math.min(Math.max(share, 0), 1) * 100}%`
}

/** Progress with the mark where we need to be. Colour repeats the standing, which stands beside it in words. */
export function ProgressBar({ share, needed, label, standing }: ProgressBarProps) {
  const tone = standing === undefined ? undefined : TONE[standing]
  return (
    <span className={classes.bar} role="img" aria-label={label}>
      <span className={[classes.fill, tone].filter(Boolean).join(' ')} style={{ width: percent(share ?? 0) }} />
      {needed !== undefined && needed !== null && <span className={classes.need} style={{ left: percent(needed) }} />}
    </span>
  )
}
