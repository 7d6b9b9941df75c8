import type { Faults } from './mastodon-http.ts'
import type { Behaviour, Settled } from './mastodon-options.ts'

/** Decides what happens to each valid post: what a test ordered, then what falls due by share, then the usual. */
export interface OrderedFaults extends Faults {
  /** From now on, or only for so many posts. */
  readonly behave: (next: Behaviour, times?: number) => void
}

export function createFaults(options: Settled): OrderedFaults {
  let usual: Behaviour = options.behaviour
  let ordered: { behaviour: Behaviour; left: number } | null = null
  let posts = 0
  // The shift keeps both shares from falling due on the same posts.
  const fallsDue = (share: number, shift: number): boolean => {
    return Math.floor((posts + shift) * share) > Math.floor((posts - 1 + shift) * share)
  }
  return {
    behave: (next, times) => {
      if (times === undefined) {
        usual = next
        ordered = null
      } else {
        ordered = { behaviour: next, left: times }
      }
    },
    next: () => {
      posts += 1
      if (ordered !== null && ordered.left > 0) {
        ordered.left -= 1
        return ordered.behaviour
      }
      if (fallsDue(options.dropAnswerShare, 0)) return 'drops-answer'
      return fallsDue(options.dropRequestShare, 3) ? 'drops-request' : usual
    },
  }
}
