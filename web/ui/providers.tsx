import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { Suspense, lazy, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { ConfirmProvider } from './confirm.tsx'
import { colourSchemes } from './colour-scheme.ts'
import { themeIn, themeVariables } from './theme.ts'
import { TOAST } from './toast.tsx'

const ToastStack = lazy(async () => ({ default: (await import('./toast-stack.tsx')).ToastStack }))

interface ProvidersProps {
  readonly words: i18n
  readonly queryClient: QueryClient
  readonly children: ReactNode
}

/** What every screen stands on: words, look, cache, toasts, the confirmation dialog. */
export function Providers({ words, queryClient, children }: ProvidersProps) {
  return (
    <I18nextProvider i18n={words}>
      <Look>
        <QueryClientProvider client={queryClient}>
          <Toasts />
          <ConfirmProvider>{children}</ConfirmProvider>
        </QueryClientProvider>
      </Look>
    </I18nextProvider>
  )
}

/** Mantine in our look; the words it has of its own, such as the name of a closing button, follow the language. */
function Look({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('ui')
  const theme = useMemo(
    () => themeIn({ close: t('close'), clear: t('clear'), showPassword: t('password.show'), language: i18n.language }),
    [t, i18n.language],
  )
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={themeVariables}
      colorSchemeManager={colourSchemes}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  )
}

/** The place for toasts, fetched with the first of them. */
function Toasts() {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    const fetchStack = () => setWanted(true)
    window.addEventListener(TOAST, fetchStack, { once: true })
    return () => window.removeEventListener(TOAST, fetchStack)
  }, [])
  return wanted ? (
    <Suspense fallback={null}>
      <ToastStack />
    </Suspense>
  ) : null
}
