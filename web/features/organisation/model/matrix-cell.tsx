import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PARTS } from '#contract/actions.ts'
import type { CellPart, MatrixRow } from './records.ts'
import { moveBetweenCells } from './move-between-cells.ts'
import classes from './model.module.css'

interface MatrixCellProps {
  /** Unit and activity, in words. */
  readonly name: string
  readonly cell: MatrixRow['cells'][keyof MatrixRow['cells']]
  /** Whether the draft makes it another than it is. */
  readonly changed: boolean
  readonly mayChange: boolean
  /** Whether the tab key comes to it first. */
  readonly first: boolean
  readonly onSet: (part: CellPart) => void
}

/** One cell: its letter, a dot where it was set by hand, and the parts to choose from. */
export function MatrixCell({ name, cell, changed, mayChange, first, onSet }: MatrixCellProps) {
  const { t } = useTranslation('model')
  const part = cell.part
  const words = [
    part === null ? t('part.none') : t(`part.${part}`),
    cell.byHand ? t('by-hand') : '',
    changed ? t('not-saved') : '',
  ]
    .filter(Boolean)
    .join(', ')
  const letter = (
    <>
      <b className={classes.letter} data-part={part ?? 'none'} aria-hidden>
        {part === null ? '–' : t(`letter.${part}`)}
      </b>
      {cell.byHand && <i className={classes.dot} aria-hidden />}
    </>
  )
  const look = { 'data-changed': changed || undefined, 'aria-label': `${name}: ${words}`, title: words }
  if (!mayChange)
    return (
      <span className={classes.cell} {...look} role="img">
        {letter}
      </span>
    )
  return (
    <Menu position="bottom" withinPortal returnFocus>
      <Menu.Target>
        <button
          type="button"
          className={classes.cell}
          data-cell
          tabIndex={first ? 0 : -1}
          onKeyDown={moveBetweenCells}
          {...look}
        >
          {letter}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {PARTS.map((each) => (
          <Menu.Item key={each} onClick={() => onSet(each)} leftSection={<Letter part={each} />}>
            {t(`part.${each}`)}
            <span className={classes.help}>{t(`part.${each}.help`)}</span>
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => onSet('none')} leftSection={<b className={classes.letter}>–</b>}>
          {t('part.none')}
        </Menu.Item>
        {cell.byHand && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onSet('preset')}>{t('as-model', { part: t(`part.${cell.preset}`) })}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function Letter({ part }: { part: (typeof PARTS)[number] }) {
  const { t } = useTranslation('model')
  return (
    <b className={classes.letter} data-part={part} aria-hidden>
      {t(`letter.${part}`)}
    </b>
  )
}
