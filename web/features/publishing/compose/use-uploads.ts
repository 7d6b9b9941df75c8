import { useCallback, useEffect, useRef, useState } from 'react'
import { useRefusedText } from '../use-reason-text.ts'
import type { ComposedMedia } from './composition.ts'
import { uploadPicture } from './upload-picture.ts'

/** A picture on its way to the library, or one that was refused. */
export interface Upload {
  readonly id: string
  readonly file: File
  readonly share: number
  readonly error: string | null
}

/** Sends pictures one after another's start, keeps the refused ones with their reason, and stops all when the screen is left. */
export function useUploads(onDone: (media: ComposedMedia) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const latest = useRef({ onDone, text: useRefusedText() })
  const text = useRefusedText()
  useEffect(() => {
    latest.current = { onDone, text }
  })
  useEffect(() => {
    const running = stops.current
    return () => running.forEach((stop) => stop.abort())
  }, [])

  const change = useCallback((id: string, part: Partial<Upload> | null) => {
    setUploads((all) =>
      part === null
        ? all.filter((one) => one.id !== id)
        : all.map((one) => (one.id === id ? { ...one, ...part } : one)),
    )
  }, [])

  const begin = useCallback(
    async (id: string, file: File) => {
      const stop = new AbortController()
      stops.current.set(id, stop)
      try {
        const media = await uploadPicture({ file, signal: stop.signal, onProgress: (share) => change(id, { share }) })
        change(id, null)
        latest.current.onDone(media)
      } catch (error) {
        if (!stop.signal.aborted) change(id, { error: latest.current.text(error) })
      } finally {
        stops.current.delete(id)
      }
    },
    [change],
  )

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        if (!file.type.startsWith('image/')) continue
        const id = crypto.randomUUID()
        setUploads((all) => [...all, { id, file, share: 0, error: null }])
        void begin(id, file)
      }
    },
    [begin],
  )
  const again = useCallback(
    (upload: Upload) => {
      change(upload.id, { error: null, share: 0 })
      void begin(upload.id, upload.file)
    },
    [begin, change],
  )
  const drop = useCallback(
    (id: string) => {
      stops.current.get(id)?.abort()
      change(id, null)
    },
    [change],
  )
  return { uploads, add, again, drop }
}
