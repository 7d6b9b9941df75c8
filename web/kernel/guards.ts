import { redirect } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { asProblem, orpc } from './client.ts'
import { meQuery } from './session.tsx'

interface Entering {
  readonly context: { readonly queryClient: QueryClient }
  readonly location: { readonly href: string }
}

/** Lets only a signed-in person pass; others go to the sign-in and come back to where they wanted to go. */
export async function requireSession({ context, location }: Entering): Promise<void> {
  try {
    await context.queryClient.ensureQueryData({ ...meQuery, revalidateIfStale: true })
  } catch (error) {
    if (asProblem(error).status !== 401) throw error
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
  }
}

/** A fresh installation has nobody to sign in: its first visitor founds the organisation. */
export async function requireFoundation({ context }: Pick<Entering, 'context'>): Promise<void> {
  const installation = await context.queryClient.fetchQuery(orpc.installation.read.queryOptions({ staleTime: 60_000 }))
  if (!installation.founded) throw redirect({ to: '/found' })
}
