import { unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { PlansInput } from '../input.ts'
import { checkLinks } from './check-task.ts'
import { holdTask } from './hold-task.ts'
import { showTask, taskFacts } from './show-task.ts'

/** Remembers a post that a task became; again is the same. Refuses a post that is not there. */
export function linkPost(kernel: Kernel, actor: Actor, { id, postId }: PlansInput<'linkPost'>) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    const row = await holdTask(db, organisationId, id)
    await checkLinks(db, actor, { ...taskFacts(row), ownerId: null })
    const post = await db
      .selectFrom('publishing_posts')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', postId)
      .executeTakeFirst()
    if (post === undefined) throw unknownReference('postId')
    const made = await db
      .insertInto('strategy_task_posts')
      .values({ organisation_id: organisationId, task_id: id, post_id: postId, created_at: kernel.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('post_id')
      .execute()
    if (made.length > 0)
      record({ verb: 'task.linked', subject: { type: 'task', id, title: row.title }, before: null, after: { postId } })
    return showTask(await holdTask(db, organisationId, id), today)
  })
}
