import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { HelpMenu } from './help-menu.tsx'
import { NoticesBell } from './notices-bell.tsx'
import { OrganisationSwitch } from './organisation-switch.tsx'
import { PersonMenu } from './person-menu.tsx'
import { StopButton } from './stop-button.tsx'
import classes from './top-bar.module.css'

/** Organisation, search, emergency stop, help, person. */
export function TopBar({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useTranslation('shell')
  const mac = /mac|iphone|ipad/iu.test(navigator.userAgent)
  return (
    <header className={classes.top}>
      <OrganisationSwitch />
      <button type="button" className={classes.search} onClick={onSearch}>
        <IconSearch size={16} stroke={1.5} aria-hidden />
        <span>{t('search')}</span>
        <kbd className={classes.kbd}>{mac ? '⌘ K' : t('search.keys')}</kbd>
      </button>
      <div className={classes.right}>
        <StopButton />
        <button
          type="button"
          className={`${classes.icon} ${classes.phone}`}
          onClick={onSearch}
          aria-label={t('search')}
        >
          <IconSearch size={18} stroke={1.5} aria-hidden />
        </button>
        <NoticesBell />
        <HelpMenu />
        <PersonMenu />
      </div>
    </header>
  )
}
