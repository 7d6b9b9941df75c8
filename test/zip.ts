import { inflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50

/** The files of a ZIP archive by their names, by its central directory. */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes)
  const files = new Map<string, string>()
  for (let at = file.readUInt32LE(file.length - 6); file.readUInt32LE(at) === CENTRAL;) {
    const [nameLength, extra, comment] = [
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
    ]
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const [packed, size, local] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)]
    if (file.readUInt32LE(local) !== LOCAL) throw new Error(`${name} is not where the directory says.`)
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const held = file.subarray(from, from + size)
    files.set(name, (packed === 0 ? held : inflateRawSync(held)).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return files
}
