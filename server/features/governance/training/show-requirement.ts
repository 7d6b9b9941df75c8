import type { z } from 'zod'
import type { Requirement } from '#contract/training-records.ts'
import type { RequirementRow } from './store-requirements.ts'

export type ShownRequirement = z.infer<typeof Requirement>

/** A requirement as the contract describes it. */
export function showRequirement(row: RequirementRow): ShownRequirement {
  return {
    id: row.id,
    action: row.action as ShownRequirement['action'],
    kind: row.policy_id === null ? 'certificate' : 'policy',
    subject: { id: row.policy_id ?? row.course_id ?? row.id, title: row.title },
    role: row.role as ShownRequirement['role'],
    unit: row.unit_id !== null && row.unit_name !== null ? { id: row.unit_id, name: row.unit_name } : null,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

/** What an event says of a requirement. */
export function requirementFacts({ action, kind, subject, role, unit }: ShownRequirement) {
  return { action, [kind === 'policy' ? 'policyId' : 'courseId']: subject.id, role, unitId: unit?.id ?? null }
}

/** Its name in events: what it asks for. */
export function requirementTitle({ subject: { title } }: ShownRequirement): string {
  return title.en ?? title.tr ?? ''
}
