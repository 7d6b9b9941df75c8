import { implement } from '@orpc/server'
import { approvals } from '#contract/approvals.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { acceptSuggestion, comment, settleComment } from './comment.ts'
import { decideMany } from './decide-many.ts'
import { decide } from './decide.ts'
import { inviteReviewer, withdrawLink } from './links.ts'
import { listApprovals } from './list-approvals.ts'
import type { ApprovalPorts } from './ports.ts'
import { readApproval, readApprovalsOfPost } from './read-approval.ts'
import { commentReview, decideReview, readReview } from './review.ts'

/** Binds the approvals' part of the contract. */
export function approvalRoutes(kernel: Kernel, ports: ApprovalPorts) {
  const os = implement(approvals).$context<RequestContext>()
  return {
    list: os.list.handler(({ input, context }) => listApprovals(kernel, actorOf(context), input)),
    one: os.one.handler(({ input, context }) => readApproval(kernel, actorOf(context), input.id)),
    decide: os.decide.handler(async ({ input, context }) => {
      await decide(kernel, ports, actorOf(context), input, 'posts.approve')
      return readApproval(kernel, actorOf(context), input.id)
    }),
    release: os.release.handler(async ({ input, context }) => {
      await decide(kernel, ports, actorOf(context), input, 'posts.publish')
      return readApproval(kernel, actorOf(context), input.id)
    }),
    decideMany: os.decideMany.handler(({ input, context }) => decideMany(kernel, ports, actorOf(context), input)),
    comment: os.comment.handler(({ input, context }) => comment(kernel, actorOf(context), input)),
    settleComment: os.settleComment.handler(({ input, context }) => settleComment(kernel, actorOf(context), input)),
    acceptSuggestion: os.acceptSuggestion.handler(({ input, context }) =>
      acceptSuggestion(kernel, ports, actorOf(context), input.id),
    ),
    invite: os.invite.handler(({ input, context }) => inviteReviewer(kernel, ports, actorOf(context), input)),
    withdrawLink: os.withdrawLink.handler(({ input, context }) =>
      withdrawLink(kernel, ports, actorOf(context), input.id),
    ),
    ofPost: os.ofPost.handler(({ input, context }) => readApprovalsOfPost(kernel, actorOf(context), input.id)),
    review: os.review.handler(({ input }) => readReview(kernel, input.token)),
    decideReview: os.decideReview.handler(({ input }) => decideReview(kernel, ports, input)),
    commentReview: os.commentReview.handler(({ input }) => commentReview(kernel, input)),
  }
}
