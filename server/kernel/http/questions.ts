import { traverseContractProcedures } from '@orpc/server'
import { contract } from '#contract/index.ts'
import type { RouteMeta } from '#contract/route.ts'

/** The addresses that ask something by POST and change nothing: asked again they are answered anew. */
export function questionPaths(): ReadonlySet<string> {
  const found = new Set<string>()
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure }) => {
    const { route } = procedure['~orpc']
    const meta = procedure['~orpc'].meta as Partial<RouteMeta>
    if (meta.question === true) found.add(`/api/v1${route.path ?? ''}`)
  })
  return found
}
