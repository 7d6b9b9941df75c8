import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { StrategyNeeds } from '../ports.ts'
import { beginDocument } from './begin-document.ts'
import { changeDocument } from './change-document.ts'
import { compareVersions } from './compare-versions.ts'
import { decideVersion, withdrawVersion } from './decide-version.ts'
import { proposeVersion } from './propose-version.ts'
import { readDocument, readDraft } from './read-document.ts'
import { readShared } from './read-by-link.ts'
import { listVersions, readVersion } from './read-versions.ts'
import { listReviews, reviewDocument } from './reviews.ts'
import { listLinks, shareVersion, withdrawLink } from './share.ts'

/** Binds the plan document's part of the contract. */
export function documentRoutes(needs: StrategyNeeds) {
  const os = implement(contract.strategy.planDocument).$context<RequestContext>()
  return {
    show: os.show.handler(({ context }) => readDocument(needs, actorOf(context))),
    draft: os.draft.handler(({ input, context }) => readDraft(needs, actorOf(context), input.language)),
    begin: os.begin.handler(({ input, context }) => beginDocument(needs, context, input)),
    change: os.change.handler(({ input, context }) => changeDocument(needs, context, input)),
    versions: os.versions.handler(({ context }) => listVersions(needs, actorOf(context))),
    propose: os.propose.handler(({ input, context }) => proposeVersion(needs, context, input)),
    version: os.version.handler(({ input, context }) => readVersion(needs, actorOf(context), input)),
    decide: os.decide.handler(({ input, context }) => decideVersion(needs, context, input)),
    withdraw: os.withdraw.handler(({ input, context }) => withdrawVersion(needs, context, input)),
    comparison: os.comparison.handler(({ input, context }) => compareVersions(needs, actorOf(context), input)),
    links: os.links.handler(({ context }) => listLinks(needs, actorOf(context))),
    share: os.share.handler(({ input, context }) => shareVersion(needs, actorOf(context), input)),
    withdrawLink: os.withdrawLink.handler(({ input, context }) => withdrawLink(needs, actorOf(context), input.id)),
    reviews: os.reviews.handler(({ context }) => listReviews(needs, actorOf(context))),
    review: os.review.handler(({ input, context }) => reviewDocument(needs, actorOf(context), input)),
    shared: os.shared.handler(({ input }) => readShared(needs.kernel, input)),
  }
}
