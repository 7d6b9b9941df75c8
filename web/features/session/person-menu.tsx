import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { Dropdown } from '#web/ui/dropdown.tsx'
import { initials } from '#web/ui/initials.ts'
import classes from './top-bar.module.css'

const PersonPanel = lazy(async () => ({ default: (await import('./person-panel.tsx')).PersonPanel }))

/** The person's round mark at the right of the top bar, and what it opens. */
export function PersonMenu() {
  const { t, i18n } = useTranslation('shell')
  const { person } = useMe()
  return (
    <Dropdown
      label={t('person.menu', { name: person.name })}
      className={classes.icon}
      trigger={<span className={classes.face} data-initials={initials(person.name, i18n.language)} aria-hidden />}
    >
      {(close) => <PersonPanel close={close} />}
    </Dropdown>
  )
}
