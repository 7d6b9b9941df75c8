export { authenticator, type SessionCookie } from './authenticate.ts'
export { createApiKey } from './api-keys.ts'
export { preparePassword } from './create-user.ts'
export { actionsOf, may, RIGHTS, rolesThatMay, type Because, type Decision } from './domain/may.ts'
export { readTable, writeTable, type Table } from './domain/table.ts'
export { eraseNotices } from './erase-notices.ts'
export { isEasyToGuess } from './domain/password.ts'
export { slugOf } from './domain/slug.ts'
export {
  campaignSeen,
  channelSeen,
  checkGiven,
  postSeen,
  refuseGuest,
  seeCampaign,
  seeChannel,
  seePost,
  seesPost,
} from './given.ts'
export { foundInstallation, isFounded } from './found-installation.ts'
export { organisationRoutes } from './http.ts'
export { findPeople, readOrganisation, type OrganisationRow } from './store.ts'
export { reportsOf, superiorsOf, type Linked } from './lines/superiors-of.ts'
export { demand } from './model/demand.ts'
export { folded } from './transfer/list-words.ts'
export { foundStructure } from './model/found-structure.ts'
export { loadFacts, type FindUnmet } from './model/load-facts.ts'
export { unitPath } from './model/unit-path.ts'
export { notify, type NewNotice } from './notices.ts'
export { warnOfEndingAgencies } from './agencies/watch-agencies.ts'
export { todayOfOrganisation } from './today.ts'
export { areOpenUnits } from './units/open-units.ts'
export { peopleOfPart } from './model/people-of-part.ts'
