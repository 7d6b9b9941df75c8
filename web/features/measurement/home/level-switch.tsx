import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LEVELS } from '#contract/actions.ts'
import type { Level } from '#contract/actions.ts'
import { useMe } from '#web/kernel/session.tsx'
import { Dropdown, dropdownParts as parts } from '#web/ui/dropdown.tsx'

interface LevelSwitchProps {
  readonly level: Level
  readonly onChange: (level: Level) => void
}

/** Lets a person look at the homes of the other levels of management too. */
export function LevelSwitch({ level, onChange }: LevelSwitchProps) {
  const { t } = useTranslation('measurement')
  const me = useMe()
  const choose = (value: Level, close: () => void) => {
    close()
    onChange(value)
  }
  return (
    <Dropdown
      label={t('level.button', { level: t(`level.${level}`) })}
      className={parts.button}
      trigger={
        <>
          {t(`level.${level}`)}
          <IconChevronDown size={16} stroke={1.5} aria-hidden />
        </>
      }
    >
      {(close) => (
        <>
          <p className={parts.note}>{t('level.label')}</p>
          {LEVELS.map((value) => (
            <button
              key={value}
              type="button"
              className={parts.item}
              aria-current={value === level}
              onClick={() => choose(value, close)}
            >
              {t(value === me.level ? `level.${value}.own` : `level.${value}`)}
              {value === level && <IconCheck className={parts.check} size={16} stroke={1.5} aria-hidden />}
            </button>
          ))}
        </>
      )}
    </Dropdown>
  )
}
