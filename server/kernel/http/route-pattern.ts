const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The kind of address a path is, for logs and metrics: ids, names and tokens are taken out. */
export function routePattern(path: string): string {
  if (path.startsWith('/l/')) return '/l/{code}'
  if (path.startsWith('/newsroom/')) return '/newsroom/...'
  if (path.startsWith('/api/auth/')) return '/api/auth/...'
  if (!path.startsWith('/api/v1/')) return path.startsWith('/health/') || path === '/metrics' ? path : '/...'
  const parts = path.split('/').slice(0, 8)
  return parts
    .map((part, index) =>
      ID.test(part)
        ? '{id}'
        : parts[index - 1] === 'by-token'
          ? '{token}'
          : /^[a-z][a-z-]{0,40}$|^v1$|^$/.test(part)
            ? part
            : '{...}',
    )
    .join('/')
}
