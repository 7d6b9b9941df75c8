import { useHotkeys } from '@mantine/hooks'
import { Outlet, useMatches, useRouter } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage } from '#web/kernel/language.ts'
import { onSessionEnd } from '#web/kernel/session-end.ts'
import { useMe } from '#web/kernel/session.tsx'
import { focusHeading } from './focus-heading.ts'
import { Navigation } from './navigation.tsx'
import { StopBanner } from './stop-banner.tsx'
import { TopBar } from './top-bar.tsx'
import classes from './shell.module.css'

const SessionEnded = lazy(async () => ({ default: (await import('./session-ended.tsx')).SessionEnded }))
const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }))

/** The frame around every screen: top bar, rooms, content, and the search that opens with Ctrl K. */
export function Shell() {
  const { t } = useTranslation('shell')
  const rail = useMatches({ select: (matches) => matches.some((match) => match.staticData.rail === true) })
  const [searches, setSearches] = useState(0)
  const search = () => setSearches((count) => count + 1)
  const [ended, setEnded] = useState(false)
  useEffect(() => onSessionEnd(() => setEnded(true)), [])
  useHotkeys([['mod+K', search]], [])
  usePersonsLanguage()
  useFocusOnArrival()
  return (
    <>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <div className={rail ? `${classes.shell} ${classes.rail}` : classes.shell}>
        <TopBar onSearch={search} />
        <Navigation rail={rail} />
        <main className={classes.main} id="main" tabIndex={-1} data-scroll-restoration-id="main">
          <StopBanner />
          <Outlet />
        </main>
      </div>
      {searches > 0 && (
        <Suspense fallback={null}>
          <CommandPalette opens={searches} />
        </Suspense>
      )}
      {ended && (
        <Suspense fallback={null}>
          <SessionEnded onResumed={() => setEnded(false)} />
        </Suspense>
      )}
    </>
  )
}

/** The language on the person's record wins over what the browser guessed. */
function usePersonsLanguage(): void {
  const { i18n } = useTranslation()
  const { language } = useMe()
  useEffect(() => {
    if (i18n.language !== language) void changeLanguage(i18n, language)
  }, [i18n, language])
}

/** After a change of address the heading takes the focus, so that keyboard and screen reader go on from there. */
function useFocusOnArrival(): void {
  const router = useRouter()
  useEffect(() => {
    let stop = () => {}
    const leave = router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
      // Without a place one comes from it is the first page of a visit, which begins at its top.
      if (!pathChanged || fromLocation === undefined) return
      stop()
      stop = focusHeading()
    })
    return () => {
      leave()
      stop()
    }
  }, [router])
}
