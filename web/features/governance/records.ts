import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { meQuery } from '#web/kernel/session.tsx'

type Answers = InferContractRouterOutputs<Contract>['governance']
type Requests = InferContractRouterInputs<Contract>['governance']

export type PolicySummary = Answers['policies']['list']['items'][number]
export type Policy = Answers['policies']['read']
export type PolicyContent = NonNullable<Policy['next']>
export type Section = PolicyContent['sections'][number]
export type SectionText = NonNullable<Section['texts']['en']>
export type SectionDifference = Answers['policies']['comparison']['items'][number]
export type Starter = Answers['policies']['starters']['items'][number]
export type CourseSummary = Answers['training']['courses']['items'][number]
export type Course = Answers['training']['course']
export type EditedCourse = Answers['training']['editedCourse']
export type CourseContent = EditedCourse['content']
export type QuizResult = Answers['training']['tryQuiz']
export type QuizAnswers = Requests['training']['tryQuiz']['answers']
export type Requirement = Answers['training']['requirements']['items'][number]
export type Lacking = Answers['training']['mine']['lacking'][number]
export type ReadyCourse = Answers['training']['ready']['items'][number]['key']

/** All policies that one sees. */
export const everyPolicy = queryOptions({
  queryKey: [...orpc.governance.policies.list.key(), 'every'],
  queryFn: () => everyPage((page) => api.governance.policies.list(page)),
})

/** All courses that one sees. */
export const everyCourse = queryOptions({
  queryKey: [...orpc.governance.training.courses.key(), 'every'],
  queryFn: () => everyPage((page) => api.governance.training.courses(page)),
})

/** All requirements. */
export const everyRequirement = queryOptions({
  queryKey: [...orpc.governance.training.requirements.key(), 'every'],
  queryFn: () => everyPage((page) => api.governance.training.requirements(page)),
})

/** Asks again for policies and courses, and for one's own rights, which depend on them. */
export async function refreshGovernance(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: orpc.governance.key() }),
    queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
  ])
}
