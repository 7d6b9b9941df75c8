export { registerApprovalJobs } from './approvals/jobs.ts'
export { openApproval, withdrawApproval, type Planned, type Standing } from './approvals/open-approval.ts'
export type { ApprovalPorts, HeldBecause, HeldDelivery, Replacement } from './approvals/ports.ts'
export { organisationOfReview } from './approvals/review.ts'
export { exportPages, type ExportPagesNeeds } from './audit/export-pages.ts'
export { registerAuditJobs } from './audit/jobs.ts'
export type { AuditPorts } from './audit/ports.ts'
export { governanceRoutes } from './http.ts'
export { plantPack } from './rules/create-pack.ts'
export {
  blockingFindings,
  findFindings,
  findForAims,
  type DraftAim,
  type DraftText,
  type FindingDraft,
} from './rules/find-findings.ts'
export { readyPacks } from './rules/ready/index.ts'
export { acknowledgeStops } from './stops/acknowledge.ts'
export { stopsFor, type CoveringStop } from './stops/covered.ts'
export { fileHeld } from './stops/file-held.ts'
export { passGate } from './stops/gate.ts'
export { registerStopJobs } from './stops/jobs.ts'
export type { Decision as StopDecision, StopPorts } from './stops/ports.ts'
export { findUnmet } from './training/find-unmet.ts'
export { registerTrainingJobs } from './training/remind-ending.ts'
export { wordDifference, type DifferencePart } from './domain/word-difference.ts'
export { recordHits } from './watch/record-hits.ts'
export { plantEntry } from './watch/change-entry.ts'
