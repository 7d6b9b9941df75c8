import { Popover } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './scorecard.module.css'

export type TermName =
  | 'scorecard'
  | 'perspective'
  | 'objective'
  | 'measure'
  | 'light'
  | 'cause'
  | 'initiative'
  | 'cascade'

/** A small question mark beside a term of the field, which says in a few sentences what it means. */
export function Term({ name }: { readonly name: TermName }) {
  const { t } = useTranslation('scorecard')
  const term = t(`term.${name}`)
  return (
    <Popover width={300} position="bottom-start" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className={classes.term} aria-label={t('term.what', { term })}>
          <IconHelpCircle size={16} stroke={1.5} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={term}>
        <p className="medium">{term}</p>
        <p className="text-2">{t(`term.${name}.means`)}</p>
      </Popover.Dropdown>
    </Popover>
  )
}
