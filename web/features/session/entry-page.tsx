import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'
import { LanguageChoice } from './language-choice.tsx'
import classes from './entry-page.module.css'

interface EntryPageProps {
  readonly title: string
  readonly text: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The plain page in front of the shell: sign-in, founding, invitation. The language can be changed before anything else. */
export function EntryPage({ title, text, wide = false, children }: EntryPageProps) {
  useEffect(() => {
    document.title = `${title} · Tutti`
  }, [title])
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <div className={classes.language}>
          <LanguageChoice />
        </div>
      </header>
      <main className={wide ? `${classes.column} ${classes.wide}` : classes.column} id="main">
        <div className={classes.head}>
          <BrandMark size={40} />
          <h1 id="page-title" tabIndex={-1}>
            {title}
          </h1>
          <p>{text}</p>
        </div>
        <div className={classes.card}>{children}</div>
      </main>
    </div>
  )
}
