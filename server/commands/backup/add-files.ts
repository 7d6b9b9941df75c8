import { createHash } from 'node:crypto'
import { createFileStore, type StoredFile } from '#server/kernel/files/store.ts'
import { fileName, type ArchivedFile } from '../archive/format.ts'
import type { ArchiveWriter } from '../archive/write-archive.ts'
import { bytesInWords, count, progress } from '../amounts.ts'
import type { BackupSource } from './write-backup.ts'

interface AddedFiles {
  readonly files: readonly ArchivedFile[]
  readonly damaged: readonly string[]
}

/** Puts every stored file into the archive; notes those that records name and that are missing or changed. */
export async function addFiles(
  { files: folder, say }: BackupSource,
  archive: ArchiveWriter,
  referenced: ReadonlySet<string>,
): Promise<AddedFiles> {
  say('Copying files ...')
  const tell = progress(say)
  const store = createFileStore(folder)
  const files: ArchivedFile[] = []
  const missing = new Set(referenced)
  const damaged: string[] = []
  let bytes = 0
  for await (const file of store.list()) {
    const opened = await store.openStream(file.organisationId, file.name)
    // Removed since it was listed: where a record of the snapshot still names it, it is told as missing.
    if (opened === null) continue
    const sha256 = await addFile(archive, { ...file, bytes: opened.bytes }, opened.stream)
    files.push({ organisation: file.organisationId, name: file.name, bytes: opened.bytes, sha256 })
    const name = `${file.organisationId}/${file.name}`
    missing.delete(name)
    if (sha256 !== file.name) damaged.push(name)
    bytes += opened.bytes
    tell(() => `${count(files.length, 'file')}, ${bytesInWords(bytes)}`)
  }
  return { files, damaged: [...damaged, ...missing] }
}

async function addFile(archive: ArchiveWriter, file: StoredFile, content: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  async function* hashed() {
    for await (const piece of content) {
      hash.update(piece)
      yield piece
    }
  }
  await archive.addStream(fileName(file.organisationId, file.name), file.bytes, hashed())
  return hash.digest('hex')
}
