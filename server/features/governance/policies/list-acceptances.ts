import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { acceptanceState } from './show-policy.ts'
import { selectPeopleWithAcceptances } from './store-acceptances.ts'

/** Everybody who works here, with the version of each published policy that they accepted last. */
export function listAcceptances(kernel: Kernel, { organisationId }: Actor, request: Input<'policies', 'acceptances'>) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const page = { policyId: request.policyId, after, limit: request.limit }
    const rows = await selectPeopleWithAcceptances(db, organisationId, page)
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      ({ id, name, policies }) => ({
        id,
        name,
        policies: policies.map((policy) => ({
          policyId: policy.id,
          title: policy.title,
          state: acceptanceState(policy.current, policy.number),
          number: policy.number,
          language: policy.language,
          acceptedAt: policy.accepted_at === null ? null : new Date(policy.accepted_at).toISOString(),
        })),
      }),
    )
  })
}
