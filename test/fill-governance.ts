import type { World } from './world.ts'
import type { Make } from './fill-world.ts'

export interface FilledGovernance {
  readonly policyId: string
  readonly courseId: string
  readonly requirementId: string
  readonly rulePackId: string
  readonly ruleId: string
  readonly waiverId: string
  readonly confidentialId: string
  readonly workflowId: string
  readonly stakeholderId: string
}

/** What governs; none of it holds back a post that says nothing about health. */
export async function fillGovernance(
  world: World,
  make: Make,
  { channelId, campaignId }: { readonly channelId: string; readonly campaignId: string },
): Promise<FilledGovernance> {
  const policyId = await make('policies', { starter: 'company' })
  await make(`policies/${policyId}/versions`, {})
  await make(`policies/${policyId}/acceptances`, { number: 1, language: 'en' })
  const courseId = await make('courses', { ready: 'brand-voice' })
  await world.admin.call('POST', `/api/v1/courses/${courseId}/publication`)
  await make(`courses/${courseId}/tries`, { answers: [] })
  const rulePackId = await make('rule-packs', { kind: 'brand', title: 'Brand voice' })
  const ruleId = await make(`rule-packs/${rulePackId}/rules`, {
    title: 'No shouting',
    reason: 'It tires readers.',
    suggestion: null,
    severity: 'inform',
    waivable: true,
    platforms: [],
    languages: [],
    unitIds: [],
    definition: { kind: 'pattern', pattern: '!!+' },
  })
  const waiverId = await make('waivers', { ruleId, fingerprint: '0'.repeat(64), words: '!!', reason: 'A quotation' })
  const confidentialId = await make('confidential', { title: 'Otter', terms: ['Project Otter'], contact: 'PR' })
  await make(`confidential/${confidentialId}/views`, { reason: 'Weekly look' })
  await world.admin.call('POST', '/api/v1/checks', { channelIds: [channelId], parts: [{ text: 'Project Otter' }] })
  const workflowId = await make('workflows', {
    title: 'Health claims',
    conditions: [{ kind: 'contains', oneOf: ['health-claim'] }],
    stages: [{ name: 'Legal', approvers: [{ kind: 'duty', duty: 'legal' }] }],
  })
  const stakeholderId = await make('stakeholders', { name: 'Works council', campaignId })
  // It binds nobody: viewers approve nothing anyhow.
  const requirementId = await make('requirements', { action: 'posts.approve', policyId, role: 'viewer' })
  return {
    policyId,
    courseId,
    requirementId,
    rulePackId,
    ruleId,
    waiverId,
    confidentialId,
    workflowId,
    stakeholderId,
  }
}
