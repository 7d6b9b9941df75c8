import { expect, it } from 'vitest'
import { proposeHashtags } from './hashtags.ts'
import { readMarkdown } from './read-markdown.ts'

it.each([
  ['en', '# Green energy\n\nWe love **Solar Power** and **Wind**.', ['#GreenEnergy', '#SolarPower', '#Wind']],
  ['en', 'This is **very** important and **not** optional.', []],
  ['en', '## What is new?\n\n**2024**, **C++**, **a b**', []],
  ['en', '# Four words are many\n\n**Solar Power**, **solar power**, **SOLAR POWER**', ['#SolarPower']],
  ['en', '**One Two** **Three Four** **Five Six** **Seven Eight**', ['#OneTwo', '#ThreeFour', '#FiveSix']],
  [
    'tr',
    "# istanbul modası\n\n**ılık içecek**, **İzmir'in Işığı**",
    ['#İstanbulModası', '#Ilıkİçecek', '#İzmirinIşığı'],
  ],
])('in %s: %s', (language, markdown, tags) => expect(proposeHashtags(readMarkdown(markdown), language)).toEqual(tags))
