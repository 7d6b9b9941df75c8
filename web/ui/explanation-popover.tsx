import { Popover } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Explanation } from './explained-number.tsx'
import classes from './explained-number.module.css'

/** What a number is: definition, formula, source, freshness, and the way to its rows. Takes the focus and gives it back. */
export function ExplanationPopover({
  explanation,
  onClose,
}: {
  readonly explanation: Explanation
  readonly onClose: () => void
}) {
  return (
    <Popover
      opened
      onChange={(opened) => (opened ? undefined : onClose())}
      width={264}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <span className={classes.anchor} />
      </Popover.Target>
      <Popover.Dropdown className={classes.pop} aria-label={explanation.label}>
        <Body {...explanation} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Body({ label, definition, formula, source, fresh, to }: Explanation) {
  const { t } = useTranslation('ui')
  const facts = [
    ['number.formula', formula],
    ['number.source', source],
    ['number.fresh', fresh],
  ] as const
  return (
    <div tabIndex={-1} data-autofocus>
      <strong>{label}</strong>
      <p>{definition}</p>
      {facts.some(([, text]) => text !== undefined) && (
        <dl className={classes.facts}>
          {facts.map(([key, text]) => text !== undefined && <Fact key={key} name={t(key)} text={text} />)}
        </dl>
      )}
      {to !== undefined && (
        <Link {...to} className={`link ${classes.rows}`}>
          {t('number.rows')}
        </Link>
      )}
    </div>
  )
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  )
}
