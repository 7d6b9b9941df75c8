import { useTranslation } from 'react-i18next'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'
import { languageName } from './language-name.ts'

type Answers = InferContractRouterOutputs<Contract>['governance']
export type ApprovalRoute = Answers['workflows']['route']['items'][number]
export type RouteStage = ApprovalRoute['stages'][number]
export type RoutePerson = RouteStage['people'][number]
export type Approval = Answers['approvals']['one']
export type ApprovalSummary = Answers['approvals']['list']['items'][number]
export type ApprovalState = Approval['state']

const RELEASES: Readonly<Record<string, string>> = {
  'right.not-in-model': 'reason.release.model',
  'right.policy-not-accepted': 'reason.release.policy',
  'right.certificate-missing': 'reason.release.certificate',
  'right.certificate-expired': 'reason.release.certificate-expired',
  'right.agency-limit': 'reason.release.agency',
  'right.agency-ended': 'reason.release.agency',
  'right.agency-without-owner': 'reason.release.agency',
}

export interface ApprovalWords {
  /** Why a stage applies, in a sentence. */
  readonly reason: (reason: RouteStage['reasons'][number]) => string
  /** What somebody is asked as: their position, duty or role. */
  readonly as: (person: Pick<RoutePerson, 'as'>) => string
  /** Whose place somebody takes; empty for who is asked themselves. */
  readonly via: (person: Pick<RoutePerson, 'via' | 'insteadOf'>) => string
  readonly stageName: (stage: { readonly kind: 'stage' | 'release'; readonly name: string }) => string
}

/** The words for what approvals say: reasons, approvers, stages. `unitName` tells a unit's name by its id. */
export function useApprovalWords(unitName: (id: string) => string = () => ''): ApprovalWords {
  const { t, i18n } = useTranslation(['approvals', 'session'])
  const say = (key: string, params: Readonly<Record<string, string>>) =>
    // The kind comes from the server; an unknown one gets the general sentence.
    i18n.exists(`approvals:${key}`)
      ? i18n.t(`approvals:${key}` as 'approvals:reason.release.model', { units: '', ...params })
      : t('reason.always')
  const roleName = (role: string) => i18n.t(`session:role.${role}` as 'session:role.officer')
  return {
    reason: ({ kind, params }) => {
      if (kind.startsWith('release.')) return say(RELEASES[kind.slice('release.'.length)] ?? 'reason.release', params)
      const values = {
        ...params,
        unit: unitName(params['unitId'] ?? ''),
        role: params['role'] === undefined ? '' : roleName(params['role']),
        language: params['language'] === undefined ? '' : languageName(params['language'], i18n.language),
      }
      return say(`reason.${kind}`, values)
    },
    as: ({ as }) => {
      if (as.kind === 'position') return as.label
      if (as.kind === 'role') return roleName(as.label)
      if (as.kind === 'duty') return i18n.t(`approvals:duty.${as.label}` as 'approvals:duty.legal')
      return t(`as.${as.kind}`)
    },
    via: ({ via, insteadOf }) =>
      via === 'named' || insteadOf === null ? '' : t(`via.${via}`, { name: insteadOf.name }),
    stageName: ({ kind, name }) => (kind === 'release' ? t('stage.release') : name),
  }
}
