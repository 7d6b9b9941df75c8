import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OutboundFailure } from './port.ts'

/** What `readAnswer` can undo; the request offers exactly these. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br'

/**
 * The whole body of an answer, decompressed. Throws OutboundFailure `too-large` as soon as more than `mostBytes`
 * came out of the decompressor (or are announced for a body sent as it is), before the rest is read.
 */
export async function readAnswer(body: Readable, headers: Headers, mostBytes: number): Promise<Uint8Array> {
  const encoding = (headers.get('content-encoding') ?? 'identity').trim().toLowerCase()
  const chunks: Buffer[] = []
  let length = 0
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      length += chunk.length
      if (length > mostBytes) throw tooLarge(mostBytes)
      chunks.push(chunk)
    }
  }
  try {
    if (encoding !== 'identity') await pipeline(body, decompressor(encoding), collect)
    else if (Number(headers.get('content-length') ?? 0) > mostBytes) throw tooLarge(mostBytes)
    else await pipeline(body, collect)
  } finally {
    // A body that is given up would otherwise hold its connection.
    body.on('error', ignore).destroy()
  }
  return Buffer.concat(chunks, length)
}

function decompressor(encoding: string) {
  // Lenient at the end like browsers are: HTTP itself already notices a body that was cut off.
  const zlib = { finishFlush: constants.Z_SYNC_FLUSH }
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip(zlib)
  if (encoding === 'deflate') return createInflate(zlib)
  if (encoding === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
  throw new OutboundFailure('maybe', 'answer-lost', 'the answer is compressed in a way that was not offered')
}

function tooLarge(mostBytes: number): OutboundFailure {
  return new OutboundFailure('maybe', 'too-large', `the answer is larger than ${mostBytes} bytes`)
}

function ignore(): void {}

/** Text in the character set that the answer names (old feeds still use windows-1254), else UTF-8. */
export function decodeText(bytes: Uint8Array, headers: Headers): string {
  const named = /charset\s*=\s*"?([\w:-]+)/i.exec(headers.get('content-type') ?? '')?.[1]
  return decoder(named).decode(bytes)
}

function decoder(label: string | undefined): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}
