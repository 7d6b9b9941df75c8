import '@fontsource-variable/inter'
import './ui/base.css'
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import './ui/tokens.css'
import './ui/mantine.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { guessLanguage, startLanguage } from '#web/kernel/language.ts'
import { createQueryClient } from '#web/kernel/query-client.ts'
import { applyColourScheme } from '#web/ui/colour-scheme.ts'
import { Providers } from '#web/ui/providers.tsx'
import { createTuttiRouter } from './routes.tsx'

async function start(): Promise<void> {
  applyColourScheme()
  const place = document.getElementById('root')
  if (place === null) throw new Error('The page has no #root')
  const words = await startLanguage(guessLanguage())
  const queryClient = createQueryClient()
  const router = createTuttiRouter(queryClient)
  createRoot(place).render(
    <StrictMode>
      <Providers words={words} queryClient={queryClient}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  )
}

void start()
