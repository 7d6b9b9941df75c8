import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'

type Answers = InferContractRouterOutputs<Contract>
type Requests = InferContractRouterInputs<Contract>

export type Channel = Answers['publishing']['channel']
export type Platform = Channel['description']
export type Post = Answers['publishing']['post']
export type PostMedia = Post['media'][number]
export type Delivery = Post['delivery']
export type Attempt = Delivery['attempts'][number]
export type Candidate = Delivery['candidates'][number]
export type Ledger = Answers['publishing']['deliveries']
export type CalendarAnswer = Answers['publishing']['calendar']
/** A post of the calendar with what the answer tells beside the posts. */
export type CalendarPost = CalendarAnswer['posts'][number] & {
  readonly channel: CalendarAnswer['channels'][number]
  readonly hasGoal: boolean
}
export type CalendarCampaign = CalendarAnswer['campaigns'][number]
export type Check = Answers['publishing']['check']['items'][number]
export type Finding = Check['findings'][number]
/** What a rule of brand or region found, or a confidential word. */
export type RuleFinding = Check['rules'][number]
export type Media = Answers['content']['addMedia']
export type Piece = Answers['content']['piece']
export type SavedVariant = Answers['content']['variants']['items'][number]
export type PostRequest = Requests['publishing']['createPost']
export type CheckRequest = Requests['publishing']['check']
export type CalendarRequest = Requests['publishing']['calendar']
