import type { Connected } from '../port.ts'
import { newsroomUrl } from './addresses.ts'
import { newsroomDescription } from './description.ts'
import type { NewsroomKernel } from './kernel-needs.ts'
import { selectOrganisation } from './store.ts'

/** The organisation's newsroom as a channel: always there, with nothing to enter and nothing to keep. */
export async function connectNewsroom(kernel: NewsroomKernel, organisationId: string): Promise<Connected> {
  const { database, config } = kernel
  const organisation = await database.inOrganisation(organisationId, (db) => selectOrganisation(db, organisationId))
  return {
    kind: 'connected',
    connection: {
      settings: {},
      credentials: {},
      handle: organisation.slug,
      displayName: organisation.name,
      url: newsroomUrl(config.publicUrl, organisation.slug),
      description: newsroomDescription(config.mostUploadBytes),
    },
  }
}
