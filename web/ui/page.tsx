import { Skeleton } from '@mantine/core'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { Card } from './card.tsx'
import { TraceLine } from './trace-line.tsx'
import type { Trace } from './trace-line.tsx'
import classes from './page.module.css'

interface PageProps {
  /** The heading; also the title of the browser's tab. */
  readonly title: string
  /** One quiet line beside it: dates, freshness, saved state. */
  readonly sub?: ReactNode
  readonly badge?: ReactNode
  /** Buttons at the right, the primary one last. */
  readonly actions?: ReactNode
  /** The way from objective to result; `loading` while it is on its way. */
  readonly trace?: Trace | 'loading' | null | undefined
  readonly children?: ReactNode
}

/** A screen inside the shell: its heading, its actions, its trace, its content. One a screen. */
export function Page({ title, sub, badge, actions, trace, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Tutti`
  }, [title])
  return (
    <>
      <div className={classes.head}>
        <h1 className={classes.title} id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {badge}
        {sub !== undefined && <div className={classes.sub}>{sub}</div>}
        {actions !== undefined && <div className={classes.acts}>{actions}</div>}
      </div>
      {trace !== undefined && trace !== null && (
        <Card className={classes.trace}>
          {trace === 'loading' ? <Skeleton height={64} /> : <TraceLine trace={trace} />}
        </Card>
      )}
      {children}
    </>
  )
}
