import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { IconLogout, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { dropdownParts as parts } from '#web/ui/dropdown.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { roomsFor } from './rooms.ts'
import { useSignOut } from './use-sign-out.ts'
import classes from './top-bar.module.css'

/** Who one is, in which language and colours it shows, and the way out. On a phone also the rooms its bar has no place for. */
export function PersonPanel({ close }: { readonly close: () => void }) {
  const { t } = useTranslation('shell')
  const { person, actions } = useMe()
  const signOut = useSignOut()
  return (
    <>
      <div className={classes.who}>
        <strong className="ellipsis">{person.name}</strong>
        <div className="ellipsis text-3 small">{person.email}</div>
      </div>
      {roomsFor(actions)
        .filter((room) => !room.phone)
        .map(({ name, to, icon: Mark }) => (
          <Link key={name} to={to} className={`${parts.item} ${classes.phone}`} onClick={close}>
            <Mark size={16} stroke={1.5} aria-hidden />
            {t(`room.${name}`)}
          </Link>
        ))}
      <Link to="/settings" className={parts.item} onClick={close}>
        <IconSettings size={16} stroke={1.5} aria-hidden />
        {t('person.settings')}
      </Link>
      <div className={classes.choice}>
        <span className="text-3 small">{t('person.language')}</span>
        <LanguageChoice saved />
      </div>
      <div className={classes.choice}>
        <span className="text-3 small">{t('person.scheme')}</span>
        <SchemeChoice />
      </div>
      <button type="button" className={parts.item} onClick={signOut}>
        <IconLogout size={16} stroke={1.5} aria-hidden />
        {t('person.sign-out')}
      </button>
    </>
  )
}

function SchemeChoice() {
  const { t } = useTranslation('shell')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t('person.scheme')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
      data={[
        { value: 'auto', label: t('scheme.auto') },
        { value: 'light', label: t('scheme.light') },
        { value: 'dark', label: t('scheme.dark') },
      ]}
    />
  )
}
