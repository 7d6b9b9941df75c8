import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './failure.module.css'

/** The whole page for an address that leads nowhere. */
export function NowhereScreen() {
  return (
    <main id="main">
      <NotFound />
    </main>
  )
}

/** What stands in a screen's place where its record is not. */
export function NotFound() {
  const { t } = useTranslation('shell')
  useEffect(() => {
    document.title = `${t('not-found.title')} · Tutti`
  }, [t])
  return (
    <div className={classes.lost}>
      <h1 id="page-title" tabIndex={-1}>
        {t('not-found.title')}
      </h1>
      <p>{t('not-found.text')}</p>
      <Button component={Link} to="/" variant="light" mt={8}>
        {t('not-found.home')}
      </Button>
    </div>
  )
}
