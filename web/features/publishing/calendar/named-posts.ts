import type { CalendarAnswer, CalendarPost } from '../records.ts'

/** The posts of an answer, each with its channel and whether it serves a goal: the answer tells both once for all of them. */
export function namedPosts({
  posts,
  channels,
  campaignsWithGoal,
}: Pick<CalendarAnswer, 'posts' | 'channels' | 'campaignsWithGoal'>): readonly CalendarPost[] {
  const named = new Map(channels.map((channel) => [channel.id, channel]))
  const serving = new Set(campaignsWithGoal)
  return posts.flatMap((post) => {
    const channel = named.get(post.channelId)
    return channel === undefined
      ? []
      : [{ ...post, channel, hasGoal: post.campaignId !== null && serving.has(post.campaignId) }]
  })
}
