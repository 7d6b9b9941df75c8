import { Suspense, createContext, lazy, useCallback, useContext, useState } from 'react'
import type { ReactNode } from 'react'

export interface Question {
  readonly title: string
  /** What will have happened afterwards, in a sentence. */
  readonly consequence: string
  /** The verb on the button: "Remove objective", not "OK". */
  readonly action: string
  /** Off for what does no harm. */
  readonly danger?: boolean
  readonly cancel?: string
}

interface Asked extends Question {
  readonly answer: (yes: boolean) => void
}

const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog.tsx')).ConfirmDialog }))
const Confirm = createContext<((question: Question) => Promise<boolean>) | null>(null)

/** `const confirm = useConfirm()`, then `if (await confirm({ title, consequence, action })) ...`. For what cannot be undone. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const confirm = useContext(Confirm)
  if (confirm === null) throw new Error('useConfirm is used outside ConfirmProvider')
  return confirm
}

/** Holds the dialog that `useConfirm` opens. Once, around the whole page. */
export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [opened, setOpened] = useState(false)
  const confirm = useCallback(
    (question: Question) =>
      new Promise<boolean>((resolve) => {
        setAsked({ ...question, answer: resolve })
        setOpened(true)
      }),
    [],
  )
  const settle = (yes: boolean) => {
    setOpened(false)
    asked?.answer(yes)
  }
  return (
    <Confirm value={confirm}>
      {children}
      {asked !== null && (
        <Suspense fallback={null}>
          <ConfirmDialog question={asked} opened={opened} settle={settle} />
        </Suspense>
      )}
    </Confirm>
  )
}
