import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { agencyRoutes } from './agencies/http.ts'
import { acceptInvitation, openInvitation } from './accept-invitation.ts'
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts'
import { changeOrganisation } from './change-organisation.ts'
import { changePerson } from './change-person.ts'
import { foundInstallation, isFounded } from './found-installation.ts'
import { invite, listInvitations, withdrawInvitation } from './invitations.ts'
import { listPeople } from './list-people.ts'
import { changeMe, readMe } from './me.ts'
import { modelRoutes } from './model-http.ts'
import { listSessions, revokeOtherSessions, revokeSession } from './sessions.ts'
import { showOrganisation } from './show.ts'
import { peopleRoutes } from './people/http.ts'
import { positionRoutes } from './positions/http.ts'
import { noticeRoutes } from './read-notices.ts'
import { readOrganisation } from './store.ts'
import { teamRoutes } from './team/http.ts'
import { transferRoutes } from './transfer/http.ts'
import { unitRoutes } from './units/http.ts'

/** Binds the installation's, the session's and the organisation's part of the contract. */
export function organisationRoutes(kernel: Kernel, version: string) {
  const os = implement(contract).$context<RequestContext>()
  return {
    installation: {
      read: os.installation.read.handler(async () => ({
        founded: await isFounded(kernel),
        version,
        mail: kernel.mail.configured,
      })),
      found: os.installation.found.handler(({ input }) => foundInstallation(kernel, input)),
    },
    session: {
      me: os.session.me.handler(({ context }) => readMe(kernel, actorOf(context))),
      change: os.session.change.handler(async ({ input, context }) =>
        readMe(kernel, await changeMe(kernel, actorOf(context), input)),
      ),
      list: os.session.list.handler(({ context }) => listSessions(kernel, actorOf(context))),
      revoke: os.session.revoke.handler(({ input, context }) => revokeSession(kernel, actorOf(context), input.id)),
      revokeOthers: os.session.revokeOthers.handler(({ context }) => revokeOtherSessions(kernel, actorOf(context))),
    },
    organisation: {
      ...modelRoutes(kernel),
      ...peopleRoutes(kernel),
      units: unitRoutes(kernel),
      positions: positionRoutes(kernel),
      team: teamRoutes(kernel),
      agencies: agencyRoutes(kernel),
      notices: noticeRoutes(kernel),
      transfer: transferRoutes(kernel),
      read: os.organisation.read.handler(({ context }) => {
        const { organisationId } = actorOf(context)
        return kernel.database.inOrganisation(organisationId, async (db) =>
          showOrganisation(await readOrganisation(db, organisationId)),
        )
      }),
      change: os.organisation.change.handler(({ input, context }) =>
        changeOrganisation(kernel, actorOf(context), context, input),
      ),
      people: os.organisation.people.handler(({ input, context }) => listPeople(kernel, actorOf(context), input)),
      changePerson: os.organisation.changePerson.handler(({ input, context }) =>
        changePerson(kernel, actorOf(context), context, input),
      ),
      invitations: os.organisation.invitations.handler(({ input, context }) =>
        listInvitations(kernel, actorOf(context), input),
      ),
      invite: os.organisation.invite.handler(({ input, context }) => invite(kernel, actorOf(context), input)),
      withdrawInvitation: os.organisation.withdrawInvitation.handler(({ input, context }) =>
        withdrawInvitation(kernel, actorOf(context), input.id),
      ),
      openInvitation: os.organisation.openInvitation.handler(({ input }) => openInvitation(kernel, input.token)),
      acceptInvitation: os.organisation.acceptInvitation.handler(({ input }) => acceptInvitation(kernel, input)),
      apiKeys: os.organisation.apiKeys.handler(({ input, context }) => listApiKeys(kernel, actorOf(context), input)),
      createApiKey: os.organisation.createApiKey.handler(({ input, context }) =>
        createApiKey(kernel, actorOf(context), input),
      ),
      revokeApiKey: os.organisation.revokeApiKey.handler(({ input, context }) =>
        revokeApiKey(kernel, actorOf(context), input.id),
      ),
    },
  }
}
