import type { Answer, MastodonWorld } from './mastodon-http.ts'
import { DESCRIPTION_LIMIT, IMAGE_LIMIT, IMAGE_TYPES } from './mastodon-media.ts'

export function instanceV2(world: MastodonWorld): Answer {
  const { software } = world.options
  const said = {
    domain: new URL(world.url()).host,
    title: 'A server for tests',
    version: software === 'gotosocial' ? '0.19.2+git-0000000' : '4.6.0',
    configuration: configuration(world),
  }
  return { status: 200, body: software === 'gotosocial' ? said : { ...said, api_versions: { mastodon: 10 } } }
}

export function instanceV1(world: MastodonWorld): Answer {
  const uri = new URL(world.url()).host
  const body = { uri, title: 'A server for tests', version: '3.5.0', configuration: configuration(world) }
  return { status: 200, body }
}

function configuration({ options }: MastodonWorld) {
  return {
    statuses: { max_characters: options.maxCharacters, max_media_attachments: 4, characters_reserved_per_url: 23 },
    media_attachments: {
      supported_mime_types: [...IMAGE_TYPES, 'video/mp4'],
      description_limit: DESCRIPTION_LIMIT,
      image_size_limit: IMAGE_LIMIT,
    },
  }
}
