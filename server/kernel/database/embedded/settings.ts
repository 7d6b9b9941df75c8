/** Where PostgreSQL listens: a folder for its Unix socket, or, on Windows, a port on the loopback address. */
export type Listen = { readonly socket: string } | { readonly loopbackPort: number }

/**
 * Settings that are Tutti's to decide, given on the command line so that no file can change them. `durable: false` gives
 * up surviving a crash for speed, and lets more connect: only for a throw-away cluster that many tests share.
 */
export function fixedSettings(listen: Listen, durable: boolean): string[] {
  const where =
    'socket' in listen
      ? ['listen_addresses=', `unix_socket_directories=${listen.socket}`, 'unix_socket_permissions=0700', 'port=5432']
      : ['listen_addresses=127.0.0.1', `port=${listen.loopbackPort}`]
  const writing = durable
    ? ['fsync=on', 'full_page_writes=on']
    : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=300']
  return [...where, ...writing, 'logging_collector=off', 'log_destination=stderr'].flatMap((setting) => ['-c', setting])
}

/**
 * Lines for a new cluster's postgresql.conf, which an operator may change there: small enough for a laptop. Statements
 * and row values stay out of the log, because they hold what people wrote.
 */
export const startingSettings = `
# Written by Tutti when it made this cluster; yours to change.
max_connections = 60
shared_buffers = 64MB
work_mem = 8MB
maintenance_work_mem = 64MB
max_wal_size = 512MB
autovacuum_max_workers = 2
jit = off
random_page_cost = 1.1
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] '
log_checkpoints = off
log_min_error_statement = panic
log_error_verbosity = terse
`
