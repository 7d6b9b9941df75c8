import { readPicture } from '../../channel-choice/show-choice.ts'
import { column, count, day, NONE, row, shareOf, table, text, word } from '../../domain/plan-content.ts'
import type { LiveBlock } from './block.ts'

/** Platforms by score with what was decided, why, and how often is posted there. */
export const channelChoice: LiveBlock = {
  room: 'channel-choice',
  section: 'channels',
  read: async ({ db, organisationId, today }) => {
    const { items } = await readPicture(db, organisationId)
    return table(
      items.map((one) => {
        const running = one.targets.filter(({ endsOn }) => endsOn === null || endsOn >= today)
        const posts = running.reduce((sum, { postsPerWeek }) => sum + postsPerWeek, 0)
        return row(
          one.id,
          [
            word(`accounts:platform.${one.platform}`),
            word(`choice:decision.${one.decision ?? 'open'}`),
            text(one.reason),
            posts === 0 ? NONE : count(posts),
            day(one.reviewOn),
          ],
          one.score === null
            ? null
            : { share: shareOf(one.score, 100), mark: null, tone: 'plain', label: count(one.score) },
        )
      }),
      {
        title: 'channel-choice',
        columns: [
          column('platform'),
          column('decision'),
          column('reason'),
          column('posts-per-week', 'end'),
          column('review'),
        ],
        chart: 'score',
      },
    )
  },
}
