import { createContext, useContext } from 'react'
import type { CalendarPost } from '../records.ts'

/** What a chip or a cell of the calendar can ask for. Stable, so that hundreds of chips are not drawn again. */
export interface CalendarActions {
  readonly open: (post: CalendarPost) => void
  readonly menu: (post: CalendarPost, anchor: HTMLElement) => void
  /** Opens the dialog that moves a post by date and time. */
  readonly askToMove: (post: CalendarPost) => void
  /** Moves a post to a wall-clock time of its own zone. */
  readonly moveTo: (post: CalendarPost, plannedAt: string) => void
  readonly drag: (post: CalendarPost | null) => void
  /** Shows all posts of a day beside the button that was pressed. */
  readonly more: (title: string, posts: readonly string[], anchor: HTMLElement) => void
}

export const CalendarActionsContext = createContext<CalendarActions | null>(null)
/** The post that is being dragged. */
export const DraggedPost = createContext<CalendarPost | null>(null)

/** What can be done in the calendar around; only inside it. */
export function useCalendarActions(): CalendarActions {
  const actions = useContext(CalendarActionsContext)
  if (actions === null) throw new Error('A calendar part is used outside the calendar')
  return actions
}
