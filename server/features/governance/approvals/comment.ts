import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { personOf } from '../person-of.ts'
import type { ApprovalPorts } from './ports.ts'
import { placeOf, showApproval, type ShownApproval } from './show-approval.ts'
import {
  findApproval,
  lockApproval,
  readContent,
  seeApproval,
  titleOf,
  type ApprovalRow,
  type CommentRow,
} from './store.ts'
import { tellAuthors } from './tell.ts'

/** What somebody says of the text, whole or of some of its words. */
export interface Remark {
  readonly part: number
  readonly start: number | null
  readonly end: number | null
  readonly text: string
  readonly suggestion: string | null
}

interface Speaker {
  readonly personId: string | null
  readonly linkId: string | null
  readonly name: string
}

/** Writes a comment down. Refuses places that are not in the text, and a suggestion that is about no words. */
export async function writeComment(
  kernel: Kernel,
  { db, record }: Change,
  approval: ApprovalRow,
  speaker: Speaker,
  remark: Remark,
): Promise<string> {
  const quote = quoteOf(approval, remark)
  if (remark.text.trim() === '' && remark.suggestion === null)
    throw new Refusal('request.invalid', {}, [{ path: 'text', code: 'text.empty' }])
  if (remark.suggestion !== null && quote === null)
    throw new Refusal('request.invalid', {}, [{ path: 'suggestion', code: 'field.invalid' }])
  const id = kernel.clock.newId()
  await db
    .insertInto('governance_approval_comments')
    .values({
      organisation_id: approval.organisation_id,
      id,
      approval_id: approval.id,
      post_id: approval.post_id,
      person_id: speaker.personId,
      link_id: speaker.linkId,
      name: speaker.name,
      part: remark.part,
      start_at: quote === null ? null : remark.start,
      end_at: quote === null ? null : remark.end,
      quote,
      text: remark.text,
      suggestion: remark.suggestion,
      state: 'open',
      created_at: kernel.clock.now(),
    })
    .execute()
  record({
    verb: 'approval.commented',
    subject: { type: 'approval', id: approval.id, title: titleOf(approval) },
    after: { text: remark.text, quote, suggestion: remark.suggestion, by: speaker.name },
  })
  await tellAuthors(db, kernel.clock, approval, {
    kind: 'approval.commented',
    except: speaker.personId,
    params: { who: speaker.name },
  })
  return id
}

/** The words a remark is about; null for the whole post. */
function quoteOf(approval: ApprovalRow, { part, start, end }: Remark): string | null {
  const content = readContent(approval).parts[part]
  if (content === undefined) throw new Refusal('request.invalid', {}, [{ path: 'part', code: 'field.invalid' }])
  if (start === null && end === null) return null
  if (start === null || end === null || end <= start || end > content.text.length)
    throw new Refusal('request.invalid', {}, [{ path: 'start', code: 'field.invalid' }])
  return content.text.slice(start, end)
}

/** Comments on a request, or suggests other words. */
export function comment(kernel: Kernel, actor: Actor, input: Input<'approvals', 'comment'>): Promise<ShownApproval> {
  const personId = personOf(actor)
  return change(kernel, actor, async (running) => {
    const approval = await lockApproval(running.db, actor.organisationId, input.id)
    seeApproval(actor, approval)
    await writeComment(kernel, running, approval, { personId, linkId: null, name: actor.name }, input)
    return showApproval(running.db, actor, approval, kernel.clock.now())
  })
}

/** Marks a comment as dealt with, or opens it again. */
export function settleComment(
  kernel: Kernel,
  actor: Actor,
  { id, resolved }: Input<'approvals', 'settleComment'>,
): Promise<ShownApproval> {
  return change(kernel, actor, async ({ db, record }) => {
    const row = await lockComment(db, actor.organisationId, id)
    const approval = await findApproval(db, actor.organisationId, row.approval_id)
    seeApproval(actor, approval)
    if (row.state === 'accepted') throw new Refusal('suggestion.stale')
    await setState(kernel, db, actor, row, resolved ? 'resolved' : 'open')
    record({
      verb: resolved ? 'approval.comment-resolved' : 'approval.comment-reopened',
      subject: { type: 'approval', id: approval.id, title: titleOf(approval) },
      after: { comment: id },
    })
    return showApproval(db, actor, approval, kernel.clock.now())
  })
}

/**
 * Puts the suggested words into the post, in the author's name: a change like any other, so what was approved lapses and is
 * asked for again. Refuses when the words it is about are no longer there.
 */
export function acceptSuggestion(
  kernel: Kernel,
  ports: ApprovalPorts,
  actor: Actor,
  id: string,
): Promise<ShownApproval> {
  return change(kernel, actor, async (running) => {
    const { db, record } = running
    const seen = await findComment(db, actor.organisationId, id)
    // The delivery first, as everywhere.
    await ports.hold(db, actor.organisationId, seen.post_id)
    const row = await lockComment(db, actor.organisationId, id)
    const newest = await newestOf(db, row)
    seeApproval(actor, newest)
    const text = readContent(newest).parts[row.part]?.text ?? ''
    const place = placeOf(row, text)
    if (row.state !== 'open' || row.suggestion === null || row.quote === null || place === null)
      throw new Refusal('suggestion.stale')
    await ports.replaceText(running, actor, row.post_id, {
      part: row.part,
      ...place,
      quote: row.quote,
      words: row.suggestion,
    })
    await setState(kernel, db, actor, row, 'accepted')
    record({
      verb: 'approval.suggestion-accepted',
      subject: { type: 'approval', id: newest.id, title: titleOf(newest) },
      before: { words: row.quote },
      after: { words: row.suggestion, by: row.name },
    })
    return showApproval(db, actor, await newestOf(db, row), kernel.clock.now())
  })
}

async function newestOf(db: Db, row: CommentRow): Promise<ApprovalRow> {
  return db
    .selectFrom('governance_approvals')
    .selectAll()
    .where('organisation_id', '=', row.organisation_id)
    .where('post_id', '=', row.post_id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

async function findComment(db: Db, organisationId: string, id: string): Promise<CommentRow> {
  const row = await db
    .selectFrom('governance_approval_comments')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

async function lockComment(db: Db, organisationId: string, id: string): Promise<CommentRow> {
  await db
    .selectFrom('governance_approval_comments')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findComment(db, organisationId, id)
}

async function setState(
  kernel: Kernel,
  db: Db,
  actor: Actor,
  row: CommentRow,
  state: 'open' | 'resolved' | 'accepted',
): Promise<void> {
  await db
    .updateTable('governance_approval_comments')
    .set({
      state,
      settled_by: state === 'open' ? null : actor.personId,
      settled_at: state === 'open' ? null : kernel.clock.now(),
    })
    .where('organisation_id', '=', row.organisation_id)
    .where('id', '=', row.id)
    .execute()
}
