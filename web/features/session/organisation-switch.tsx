import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Dropdown, dropdownParts as parts } from '#web/ui/dropdown.tsx'
import { useSwitchOrganisation } from '#web/ui/use-switch-organisation.ts'
import { BrandMark } from './brand-mark.tsx'
import classes from './top-bar.module.css'

/** The organisation one works in; for members of several, the way to another. */
export function OrganisationSwitch() {
  const { t } = useTranslation('shell')
  const me = useMe()
  const name = (
    <>
      <BrandMark />
      <span className="ellipsis">{me.organisation.name}</span>
    </>
  )
  if (me.organisations.length < 2) return <div className={classes.brand}>{name}</div>
  return (
    <Dropdown
      label={t('organisation.switch', { name: me.organisation.name })}
      className={classes.brand}
      align="start"
      trigger={
        <>
          {name}
          <IconChevronDown className={classes.chevron} size={16} stroke={1.5} aria-hidden />
        </>
      }
    >
      {(close) => <Organisations close={close} />}
    </Dropdown>
  )
}

function Organisations({ close }: { close: () => void }) {
  const { t } = useTranslation('shell')
  const me = useMe()
  const change = useSwitchOrganisation()
  const choose = (id: string) => {
    close()
    if (id !== me.organisation.id) change(id)
  }
  return (
    <>
      <p className={parts.note}>{t('organisation.yours')}</p>
      {me.organisations.map(({ id, name, sample }) => (
        <button
          key={id}
          type="button"
          className={parts.item}
          aria-current={id === me.organisation.id}
          onClick={() => choose(id)}
        >
          <span className="ellipsis">{name}</span>
          {sample && <Badge>{t('organisation.sample')}</Badge>}
          {id === me.organisation.id && (
            <IconCheck className={classes.check} size={16} stroke={1.5} aria-label={t('organisation.here')} />
          )}
        </button>
      ))}
    </>
  )
}
