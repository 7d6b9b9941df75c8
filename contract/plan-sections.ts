/** The sections of the plan, in the order in which it is read. The six Ms are one chapter, every other section one of its own. */
export const PLAN_CHAPTERS = [
  { key: 'summary', sections: ['summary'] },
  { key: 'six-ms', sections: ['motive', 'message', 'market', 'medium', 'method', 'means'] },
  { key: 'audit', sections: ['audit'] },
  { key: 'audience', sections: ['audience'] },
  { key: 'channels', sections: ['channels'] },
  { key: 'goals', sections: ['goals'] },
  { key: 'activities', sections: ['activities'] },
  { key: 'tactics', sections: ['tactics'] },
  { key: 'resources', sections: ['resources'] },
  { key: 'tools', sections: ['tools'] },
  { key: 'budget', sections: ['budget'] },
  { key: 'policies', sections: ['policies'] },
  { key: 'monitoring', sections: ['monitoring'] },
] as const

export const PLAN_SECTIONS = [
  'summary',
  'motive',
  'message',
  'market',
  'medium',
  'method',
  'means',
  'audit',
  'audience',
  'channels',
  'goals',
  'activities',
  'tactics',
  'resources',
  'tools',
  'budget',
  'policies',
  'monitoring',
] as const
export type PlanSection = (typeof PLAN_SECTIONS)[number]

/** What is read live from the records of a room, and where those are changed. */
export const PLAN_ROOMS = {
  direction: '/strategy',
  accounts: '/strategy/audit',
  swot: '/strategy/audit',
  audiences: '/strategy/audiences',
  'channel-choice': '/strategy/channels',
  channels: '/calendar/channels',
  objectives: '/strategy',
  goals: '/strategy',
  campaigns: '/content',
  plans: '/strategy/plans',
  units: '/organise',
  hours: '/strategy/plans',
  tools: '/strategy/budget',
  budget: '/strategy/budget',
  asked: '/strategy/plans',
  policies: '/govern/policies',
  measures: '/strategy/scorecard',
} as const
export type PlanRoom = keyof typeof PLAN_ROOMS

/** Ready plans to begin with, in full, in English and Turkish. */
export const PLAN_STARTERS = ['b2c', 'b2b', 'public-body', 'charity'] as const
export type PlanStarter = (typeof PLAN_STARTERS)[number]

/** How often the plan is looked at again. */
export const REVIEW_RHYTHMS = ['never', 'month', 'quarter', 'half-year', 'year'] as const
export type ReviewRhythm = (typeof REVIEW_RHYTHMS)[number]

export type TextPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** How free text is read: an empty line parts paragraphs, lines that begin with a dash or a dot are a list. */
export function readText(text: string): TextPart[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(readPart)
}

const ITEM = /^\s*[-*•–]\s+/

function readPart(part: string): TextPart[] {
  const parts: TextPart[] = []
  for (const line of part.split('\n')) {
    const last = parts.at(-1)
    const words = line.trim()
    if (ITEM.test(line)) {
      const item = words.replace(ITEM, '')
      if (last?.kind === 'list') parts[parts.length - 1] = { kind: 'list', items: [...last.items, item] }
      else parts.push({ kind: 'list', items: [item] })
    } else if (last?.kind === 'paragraph')
      parts[parts.length - 1] = { kind: 'paragraph', text: `${last.text}\n${words}` }
    else if (words !== '') parts.push({ kind: 'paragraph', text: words })
  }
  return parts
}
