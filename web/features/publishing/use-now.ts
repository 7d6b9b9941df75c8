import { useEffect, useState } from 'react'

const EVERY_MS = 20_000

/** The present moment, brought up to date every twenty seconds, so that a time that passes is noticed. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
