import { useId } from 'react'
import type { ReactNode } from 'react'
import classes from './card.module.css'

interface CardProps {
  readonly title?: ReactNode
  /** A count or badge right after the title. */
  readonly badge?: ReactNode
  /** What stands at the right of the head: a note, a link, small buttons. */
  readonly end?: ReactNode
  /** Off for tables and lists that reach the card's edges; a line then parts the head from them. */
  readonly pad?: boolean
  readonly className?: string | undefined
  readonly children?: ReactNode
}

/** A framed part of a page. With a title it is a named region that screen readers can jump to. */
export function Card({ title, badge, end, pad = true, className, children }: CardProps) {
  const id = useId()
  const headed = title !== undefined
  return (
    <section className={[classes.card, className].filter(Boolean).join(' ')} aria-labelledby={headed ? id : undefined}>
      {headed && (
        <div className={pad ? classes.head : `${classes.head} ${classes.ruled}`}>
          <h2 id={id}>{title}</h2>
          {badge}
          {end !== undefined && <div className={classes.end}>{end}</div>}
        </div>
      )}
      {pad ? <div className={headed ? classes.body : classes.bare}>{children}</div> : children}
    </section>
  )
}
