import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { changeCampaign } from './campaigns/change-campaign.ts'
import { createCampaign } from './campaigns/create-campaign.ts'
import { listCampaigns } from './campaigns/list-campaigns.ts'
import { readCampaign } from './campaigns/read-campaign.ts'
import { removeCampaign } from './campaigns/remove-campaign.ts'
import { restoreCampaign } from './campaigns/restore-campaign.ts'
import { addMedia } from './media/add-media.ts'
import { changeMedia } from './media/change-media.ts'
import { listMedia } from './media/list-media.ts'
import { changePiece } from './pieces/change-piece.ts'
import { createPiece } from './pieces/create-piece.ts'
import { listPieces } from './pieces/list-pieces.ts'
import { readPiece } from './pieces/read-piece.ts'
import { removePiece } from './pieces/remove-piece.ts'
import { restorePiece } from './pieces/restore-piece.ts'
import type { ContentPorts } from './ports.ts'
import { atomisePiece } from './variants/atomise-piece.ts'
import { listVariants } from './variants/list-variants.ts'
import { removeVariant } from './variants/remove-variant.ts'
import { setVariant } from './variants/set-variant.ts'

/** Binds content's part of the contract. The bytes of pictures are served by mediaPages. */
export function contentRoutes(kernel: Kernel, ports: ContentPorts) {
  const os = implement(contract.content).$context<RequestContext>()
  const needs = { kernel, ports }
  return {
    campaigns: os.campaigns.handler(({ input, context }) => listCampaigns(kernel, actorOf(context), input)),
    campaign: os.campaign.handler(({ input, context }) => readCampaign(kernel, actorOf(context), input.id)),
    createCampaign: os.createCampaign.handler(({ input, context }) => createCampaign(kernel, actorOf(context), input)),
    changeCampaign: os.changeCampaign.handler(({ input, context }) => changeCampaign(kernel, context, input)),
    removeCampaign: os.removeCampaign.handler(({ input, context }) => removeCampaign(needs, context, input.id)),
    restoreCampaign: os.restoreCampaign.handler(({ input, context }) =>
      restoreCampaign(kernel, actorOf(context), input.id),
    ),
    pieces: os.pieces.handler(({ input, context }) => listPieces(kernel, actorOf(context), input)),
    piece: os.piece.handler(({ input, context }) => readPiece(kernel, actorOf(context), input.id)),
    createPiece: os.createPiece.handler(({ input, context }) => createPiece(kernel, actorOf(context), input)),
    changePiece: os.changePiece.handler(({ input, context }) => changePiece(kernel, context, input)),
    removePiece: os.removePiece.handler(({ input, context }) => removePiece(needs, context, input.id)),
    restorePiece: os.restorePiece.handler(({ input, context }) => restorePiece(kernel, actorOf(context), input.id)),
    atomise: os.atomise.handler(({ input, context }) => atomisePiece(needs, actorOf(context), input)),
    variants: os.variants.handler(({ input, context }) => listVariants(kernel, actorOf(context), input.id)),
    setVariant: os.setVariant.handler(({ input, context }) => setVariant(needs, context, input)),
    removeVariant: os.removeVariant.handler(({ input, context }) => removeVariant(kernel, context, input)),
    media: os.media.handler(({ input, context }) => listMedia(kernel, actorOf(context), input)),
    addMedia: os.addMedia.handler(({ input, context }) => addMedia(kernel, actorOf(context), input)),
    changeMedia: os.changeMedia.handler(({ input, context }) => changeMedia(kernel, context, input)),
  }
}
