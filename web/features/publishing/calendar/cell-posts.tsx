import { useTranslation } from 'react-i18next'
import type { PlacedPost } from './arrange.ts'
import { useCalendarActions } from './calendar-actions.ts'
import { ClashNote, PostChip } from './post-chip.tsx'
import classes from './cell-posts.module.css'

interface CellPostsProps {
  readonly posts: readonly PlacedPost[]
  /** How many are drawn before the rest goes behind a button. */
  readonly most: number
  /** What the list of all of them is called. */
  readonly title: string
  readonly line?: boolean
}

/** The posts of one cell, and a button for those that do not fit. */
export function CellPosts({ posts, most, title, line = false }: CellPostsProps) {
  const { t } = useTranslation('publishing')
  const actions = useCalendarActions()
  const shown = posts.length > most ? posts.slice(0, most - 1) : posts
  const rest = posts.length - shown.length
  return (
    <>
      {shown.map((placed) => (
        <div key={placed.post.id} className={classes.stack}>
          <PostChip placed={placed} line={line} />
          {placed.clash !== null && placed.clashesWithEarlier && !line && <ClashNote minutes={placed.clash} />}
        </div>
      ))}
      {rest > 0 && (
        <button
          type="button"
          className={classes.more}
          aria-haspopup="dialog"
          onClick={(event) =>
            actions.more(
              title,
              posts.map(({ post }) => post.id),
              event.currentTarget,
            )
          }
        >
          {t('cell.more', { count: rest })}
        </button>
      )}
    </>
  )
}
