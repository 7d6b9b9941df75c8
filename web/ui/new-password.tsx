import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { passwordStrength } from './password-strength.ts'
import classes from './new-password.module.css'

interface NewPasswordProps {
  readonly label: string
  /** Words that are easy to guess here: the person's name and address. */
  readonly words?: readonly string[]
  /** Of `form.getInputProps('password')`. */
  readonly field: { readonly value?: unknown; readonly onChange: unknown }
}

/** A field for a new password, with a word for its strength below. */
export function NewPassword({ label, words = [], field }: NewPasswordProps) {
  const { t } = useTranslation('ui')
  const value = typeof field.value === 'string' ? field.value : ''
  const strength = passwordStrength(value, words)
  return (
    <div>
      <PasswordInput
        label={label}
        description={t('password.advice')}
        autoComplete="new-password"
        {...(field as object)}
      />
      <div className={classes.meter} role="status">
        {value !== '' && (
          <>
            <span className={classes.track} aria-hidden>
              <span className={`${classes.fill} ${classes[strength]}`} />
            </span>
            {t(`strength.${strength}`)}
          </>
        )}
      </div>
    </div>
  )
}
