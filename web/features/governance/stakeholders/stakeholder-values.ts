import type { InferContractRouterOutputs } from '@orpc/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'

export type Stakeholder = InferContractRouterOutputs<Contract>['governance']['stakeholders']['one']

/** The whole register. */
export const everyStakeholder = queryOptions({
  queryKey: [...orpc.governance.stakeholders.list.key(), 'every'],
  queryFn: () => everyPage((page) => api.governance.stakeholders.list(page)),
})

/** What the form holds while it is typed. */
export type StakeholderValues = {
  name: string
  role: string
  note: string
  adoption: Stakeholder['adoption']
  risk: Stakeholder['risk']
  interest: number
  influence: number
  unitId: string | null
  campaignId: string | null
  ownerId: string | null
}

/** The values of a stakeholder that is there, or of a new one. */
export function stakeholderValues(stakeholder: Stakeholder | null): StakeholderValues {
  if (stakeholder === null)
    return {
      name: '',
      role: '',
      note: '',
      adoption: 'unaware',
      risk: 'low',
      interest: 3,
      influence: 3,
      unitId: null,
      campaignId: null,
      ownerId: null,
    }
  const { name, role, note, adoption, risk, interest, influence, unit, campaign, owner } = stakeholder
  return {
    name,
    role,
    note,
    adoption,
    risk,
    interest,
    influence,
    unitId: unit?.id ?? null,
    campaignId: campaign?.id ?? null,
    ownerId: owner?.id ?? null,
  }
}
