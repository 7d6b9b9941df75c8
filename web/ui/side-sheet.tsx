import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './side-sheet.module.css'

interface SideSheetProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly size?: number
  readonly children: ReactNode
}

/** A panel from the right that keeps the page in sight; on a phone a sheet from below. Its form is mounted only while it is open. */
export function SideSheet({ opened, onClose, title, size = 480, children }: SideSheetProps) {
  const { t } = useTranslation('ui')
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '92dvh' : size}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 0.3 }}
      classNames={{
        title: classes.title ?? '',
        content: `${classes.content} ${phone ? classes.sheet : ''}`,
        header: classes.header ?? '',
        body: classes.body ?? '',
      }}
    >
      {children}
    </Drawer>
  )
}

/** The buttons of a sheet, always in sight at its foot. */
export function SheetFoot({ children }: { readonly children: ReactNode }) {
  return <div className={classes.foot}>{children}</div>
}
