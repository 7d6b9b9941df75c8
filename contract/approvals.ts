import { z } from 'zod'
import {
  APPROVAL_VIEWS,
  Approval,
  ApprovalComment,
  ApprovalContent,
  ApprovalLink,
  ApprovalState,
  ApprovalSummary,
  Decision,
} from './approval-records.ts'
import { Gone, Id, Instant, Line, Page, PageRequest, Prose } from './kinds.ts'
import { route } from './route.ts'

export * from './approval-records.ts'

const tag = 'Approvals'
const ById = z.object({ id: Id })
const Reason = Prose(2000).optional()
const CommentFields = z.object({
  part: z.number().int().min(0).max(49).default(0),
  start: z.number().int().min(0).nullable().default(null),
  end: z.number().int().min(0).nullable().default(null),
  text: Prose(4000),
  suggestion: Prose(4000).nullable().default(null),
})
const Token = z.object({ token: z.string().max(100) })

export const approvals = {
  list: route({
    method: 'GET',
    path: '/approvals',
    may: 'posts.read',
    summary: 'Requests for approval, newest first',
    tag,
  })
    .input(PageRequest.extend({ view: z.enum(APPROVAL_VIEWS).default('waiting'), postId: Id.optional() }))
    .output(Page(ApprovalSummary)),
  one: route({ method: 'GET', path: '/approvals/{id}', may: 'posts.read', summary: 'One request with its stages', tag })
    .input(ById)
    .output(Approval),
  decide: route({
    method: 'POST',
    path: '/approvals/{id}/decisions',
    may: 'posts.approve',
    beyondModel: true,
    summary: 'Approve or send back, as somebody who is asked',
    tag,
  })
    .input(
      z.object({
        id: Id,
        decision: Decision,
        reason: Reason,
        stage: z.number().int().optional(),
        fingerprint: z.string().max(100).optional(),
      }),
    )
    .output(Approval),
  release: route({
    method: 'POST',
    path: '/approvals/{id}/release',
    may: 'posts.publish',
    summary: 'Release, or send back, what somebody planned who may not publish there',
    tag,
  })
    .input(
      z.object({
        id: Id,
        decision: Decision.default('approve'),
        reason: Reason,
        fingerprint: z.string().max(100).optional(),
      }),
    )
    .output(Approval),
  decideMany: route({
    method: 'POST',
    path: '/approval-decisions',
    may: 'posts.approve',
    beyondModel: true,
    summary: 'Decide several requests at once; each succeeds or fails alone',
    tag,
  })
    .input(
      z.object({
        items: z
          .array(z.object({ id: Id, fingerprint: z.string().max(100).optional() }))
          .min(1)
          .max(100),
        decision: Decision,
        reason: Reason,
      }),
    )
    .output(
      z.object({ items: z.array(z.object({ id: Id, code: z.string().nullable(), state: ApprovalState.nullable() })) }),
    ),
  comment: route({
    method: 'POST',
    path: '/approvals/{id}/comments',
    may: 'posts.read',
    summary: 'Comment on the text, or suggest other words',
    tag,
    status: 201,
  })
    .input(CommentFields.extend({ id: Id }))
    .output(Approval),
  settleComment: route({
    method: 'POST',
    path: '/approval-comments/{id}/resolution',
    may: 'posts.read',
    summary: 'Say that a comment is dealt with, or open it again',
    tag,
  })
    .input(z.object({ id: Id, resolved: z.boolean().default(true) }))
    .output(Approval),
  acceptSuggestion: route({
    method: 'POST',
    path: '/approval-comments/{id}/acceptance',
    may: 'posts.change',
    summary: 'Put the suggested words into the post; approvals given so far lapse',
    tag,
  })
    .input(ById)
    .output(Approval),
  invite: route({
    method: 'POST',
    path: '/approvals/{id}/links',
    may: 'posts.approve',
    summary: 'Make a link for a reviewer from outside; it is shown once',
    tag,
    status: 201,
  })
    .input(z.object({ id: Id, name: Line(120), hours: z.number().int().min(1).max(720).default(72) }))
    .output(ApprovalLink.extend({ url: z.string() })),
  withdrawLink: route({
    method: 'DELETE',
    path: '/approval-links/{id}',
    may: 'posts.approve',
    summary: 'Make a reviewer’s link worthless; the stage no longer waits for them',
    tag,
  })
    .input(ById)
    .output(Gone),
  ofPost: route({
    method: 'GET',
    path: '/posts/{id}/approvals',
    may: 'posts.read',
    summary: 'Every request there was for a post, the newest first',
    tag,
  })
    .input(ById)
    .output(z.object({ items: z.array(Approval) })),
  review: route({
    method: 'GET',
    path: '/reviews/{token}',
    may: 'public',
    summary: 'What a reviewer’s link shows',
    tag,
  })
    .input(Token)
    .output(
      z.object({
        organisation: z.string(),
        name: z.string(),
        state: z.enum(['open', 'approved', 'rejected', 'closed']),
        expiresAt: Instant,
        channel: z.object({ name: z.string(), platform: z.string() }),
        dueAt: Instant,
        timeZone: z.string(),
        content: ApprovalContent,
        comments: z.array(
          ApprovalComment.pick({
            id: true,
            name: true,
            part: true,
            quote: true,
            text: true,
            suggestion: true,
            at: true,
          }),
        ),
      }),
    ),
  decideReview: route({
    method: 'POST',
    path: '/reviews/{token}/decision',
    may: 'public',
    summary: 'Approve or send back, as the reviewer of a link',
    tag,
  })
    .input(Token.extend({ decision: Decision, reason: Reason }))
    .output(z.object({ state: z.enum(['approved', 'rejected']) })),
  commentReview: route({
    method: 'POST',
    path: '/reviews/{token}/comments',
    may: 'public',
    summary: 'Comment, as the reviewer of a link',
    tag,
    status: 201,
  })
    .input(CommentFields.extend(Token.shape))
    .output(z.object({ id: Id })),
}
