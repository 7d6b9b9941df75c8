import {
  IconBolt,
  IconCalendarPlus,
  IconFileText,
  IconFlag,
  IconHandStop,
  IconHistory,
  IconKey,
  IconListCheck,
  IconPlug,
  IconSend,
  IconSettings,
  IconTarget,
  IconTargetArrow,
  IconUserPlus,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { Action } from '#contract/actions.ts'
import type { RecordType } from '#web/ui/record-link.tsx'

/** What one can do from the search without going through a room first. */
export const SHORTCUTS = [
  { name: 'connect-channel', path: '/calendar/channels/new', icon: IconPlug, needs: 'channels.change' },
  { name: 'channels', path: '/calendar/channels', icon: IconBolt, needs: 'channels.read' },
  { name: 'deliveries', path: '/calendar/deliveries', icon: IconListCheck, needs: 'posts.read' },
  { name: 'new-post', path: '/posts/new', icon: IconCalendarPlus, needs: 'posts.change' },
  { name: 'write', path: '/content?tab=pieces', icon: IconFileText, needs: 'pieces.change' },
  { name: 'invite', path: '/organise/people', icon: IconUserPlus, needs: 'people.change' },
  { name: 'api-keys', path: '/settings?tab=api-keys', icon: IconKey, needs: 'api-keys.manage' },
  { name: 'stop', path: '/govern/stop', icon: IconHandStop, needs: 'posts.read' },
  { name: 'audit', path: '/govern/audit', icon: IconHistory, needs: 'events.read' },
  { name: 'settings', path: '/settings', icon: IconSettings, needs: null },
] as const satisfies readonly { name: string; path: string; icon: Icon; needs: Action | null }[]

export const RECORD_ICONS: Readonly<Record<RecordType, Icon>> = {
  objective: IconTarget,
  goal: IconTargetArrow,
  campaign: IconFlag,
  piece: IconFileText,
  post: IconSend,
}

export interface Found {
  readonly type: RecordType
  readonly id: string
  readonly title: string
}

/** The first line of a text, short enough for a list. */
export function firstLine(text: string, most = 80): string {
  const line =
    text
      .split('\n')
      .find((candidate) => candidate.trim() !== '')
      ?.trim() ?? ''
  return line.length > most ? `${line.slice(0, most - 1)}…` : line
}

/**
 * Records whose title contains every word of the query, a title that begins with it first. Small and capital letters
 * are the same, as the language has them (`İ` and `i` in Turkish).
 */
export function searchTitles(records: readonly Found[], query: string, language: string, most = 12): readonly Found[] {
  const fold = (text: string) => text.toLocaleLowerCase(language)
  const words = fold(query).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  const matching = records.filter(({ title }) => words.every((word) => fold(title).includes(word)))
  const begins = ({ title }: Found) => (fold(title).startsWith(words[0] ?? '') ? 0 : 1)
  return matching.toSorted((one, other) => begins(one) - begins(other)).slice(0, most)
}
