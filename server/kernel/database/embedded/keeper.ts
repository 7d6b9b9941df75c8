import { type ChildProcess, spawn } from 'node:child_process'
import { type Account, runAs } from './account.ts'

/**
 * Reads process numbers until its input ends, which happens when this server closes it or dies in whatever way. Then it
 * stops the last one named, as long as the cluster's postmaster.pid still names it: politely, and after 25 s at once.
 */
const script = `
trap '' INT TERM HUP
pid= seen= n=0
while read -r line; do pid=$line; done
[ -n "$pid" ] || exit 0
while [ "$n" -lt 300 ] && kill -0 "$pid" 2>/dev/null; do
  named=
  [ -r "$1/postmaster.pid" ] && read -r named < "$1/postmaster.pid"
  if [ "$named" = "$pid" ]; then
    seen=yes
    if [ "$n" -lt 250 ]; then kill -INT "$pid"; else kill -QUIT "$pid"; fi
  elif [ -n "$seen" ]; then exit 0
  fi
  n=$((n + 1))
  sleep 0.1
done
`

export interface Keeper {
  /** Names the process to stop when this server dies. */
  readonly watch: (pid: number) => void
  /** To be called after PostgreSQL has stopped; the keeper then ends by itself. */
  readonly close: () => void
}

/**
 * Starts a tiny process that outlives a killed server just long enough to stop its PostgreSQL. It has a process group of its
 * own, out of the reach of Ctrl-C, and is started again if somebody ends it. On Windows there is none: there a killed
 * server's PostgreSQL goes on until the next start ends it (untested).
 */
export function startKeeper(cluster: string, account: Account): Keeper {
  if (process.platform === 'win32') return { watch: () => undefined, close: () => undefined }
  let closed = false
  let pid: number | null = null
  let child = start()
  function start(): ChildProcess {
    const started = spawn('/bin/sh', ['-c', script, 'tutti-keeper', cluster], {
      ...runAs(account),
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    started.stdin?.on('error', () => undefined)
    if (pid !== null) started.stdin?.write(`${pid}\n`)
    started.once('exit', () => {
      if (!closed) setTimeout(() => (closed ? undefined : (child = start())), 500).unref()
    })
    started.once('error', () => undefined)
    started.unref()
    return started
  }
  return {
    watch: (named) => {
      pid = named
      child.stdin?.write(`${named}\n`)
    },
    close: () => {
      closed = true
      child.stdin?.end()
    },
  }
}
