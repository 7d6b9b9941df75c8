import '@mantine/notifications/styles.layer.css'
import { Notifications, notifications } from '@mantine/notifications'
import { IconAlertCircle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ToastOptions } from './toast.tsx'
import classes from './toast.module.css'

const STAYS_MS = { plain: 5000, undo: 12_000 }

/** Puts a toast on the stack; one that can be undone, or tells of a refusal, stays longer. */
export function showToast(text: string, { undo, tone = 'done' }: ToastOptions): void {
  const id = crypto.randomUUID()
  const hide = () => notifications.hide(id)
  notifications.show({
    id,
    message: <ToastBody text={text} tone={tone} undo={undo} hide={hide} />,
    autoClose: undo === undefined && tone === 'done' ? STAYS_MS.plain : STAYS_MS.undo,
    withBorder: false,
    classNames: { root: classes.root ?? '', description: classes.description ?? '', closeButton: classes.close ?? '' },
  })
}

interface ToastBodyProps extends ToastOptions {
  readonly text: string
  readonly hide: () => void
}

function ToastBody({
  text,
  tone,
  undo,
  hide,
}: Omit<ToastBodyProps, 'undo'> & { undo: ToastOptions['undo'] | undefined }) {
  const { t } = useTranslation('ui')
  const Mark = tone === 'refused' ? IconAlertCircle : IconCheck
  const takeBack = () => {
    hide()
    void undo?.()
  }
  return (
    <>
      <span className={classes.words}>
        <Mark size={16} stroke={1.75} aria-hidden />
        {text}
      </span>
      {undo !== undefined && (
        <button type="button" className={classes.undo} onClick={takeBack}>
          {t('undo')}
        </button>
      )}
    </>
  )
}

/** Where the toasts stand: at the foot of the page, three at most. */
export function ToastStack() {
  return <Notifications position="bottom-center" limit={3} />
}
