import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { createPlatforms } from '#server/platforms/registry.ts'

const DAY_MS = 86_400_000

/** A newsroom of the made-up company, connected for half a year. */
export async function plantChannel(
  kernel: Kernel,
  db: Db,
  { organisationId, slug, name, timeZone }: { organisationId: string; slug: string; name: string; timeZone: string },
): Promise<string> {
  const id = kernel.clock.newId()
  const description = createPlatforms(kernel).find((platform) => platform.description.kind === 'owned')?.description
  if (description === undefined) throw new Refusal('channel.unknown-platform', { platform: 'newsroom' })
  await db
    .insertInto('publishing_channels')
    .values({
      organisation_id: organisationId,
      id,
      platform: description.id,
      name,
      handle: slug,
      url: `${kernel.config.publicUrl}/newsroom/${slug}`,
      state: 'connected',
      time_zone: timeZone,
      settings: '{}',
      credentials: null,
      description: JSON.stringify(description),
      checked_at: kernel.clock.now(),
      created_at: new Date(kernel.clock.now().getTime() - 180 * DAY_MS),
    })
    .execute()
  return id
}
