import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { asProblem, orpc } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { uploadPicture } from './upload-picture.ts'

export interface RunningUpload {
  readonly key: string
  readonly name: string
  /** Sent so far, from 0 to 1. */
  readonly share: number
  readonly problem: Problem | null
}

/** How many go at the same time; the others wait their turn. */
const AT_ONCE = 2
const NOT_A_PICTURE: Problem = { code: 'media.not-a-picture', status: 422, title: '', params: {}, fields: [] }

/** Uploads pictures, several at a time. Finished ones leave the list; refused ones stay until they are put away. */
export function useUploads(onUploaded?: (id: string) => void) {
  const queryClient = useQueryClient()
  const [running, setRunning] = useState<readonly RunningUpload[]>([])
  const waiting = useRef<(() => Promise<void>)[]>([])
  const busy = useRef(0)
  const ending = useRef(new AbortController())
  useEffect(() => {
    ending.current = new AbortController()
    return () => ending.current.abort()
  }, [])

  const update = (key: string, change: Partial<RunningUpload>) =>
    setRunning((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const putAway = (key: string) => setRunning((all) => all.filter((one) => one.key !== key))

  async function send(key: string, file: File): Promise<void> {
    try {
      const id = await uploadPicture({
        file,
        onProgress: (share) => update(key, { share }),
        signal: ending.current.signal,
      })
      putAway(key)
      onUploaded?.(id)
      await queryClient.invalidateQueries({ queryKey: orpc.content.media.key() })
    } catch (error) {
      update(key, { problem: asProblem(error) })
    }
  }

  async function work(): Promise<void> {
    if (busy.current >= AT_ONCE) return
    busy.current += 1
    for (let next = waiting.current.shift(); next !== undefined; next = waiting.current.shift()) await next()
    busy.current -= 1
  }

  function add(files: Iterable<File>): void {
    for (const file of files) {
      const key = crypto.randomUUID()
      // A file that names another type is refused here; what a picture really is, the server reads from its bytes.
      const problem = file.type !== '' && !file.type.startsWith('image/') ? NOT_A_PICTURE : null
      setRunning((all) => [...all, { key, name: file.name, share: 0, problem }])
      if (problem === null) waiting.current.push(() => send(key, file))
    }
    for (let worker = 0; worker < AT_ONCE; worker += 1) void work()
  }
  return { running, add, putAway }
}
