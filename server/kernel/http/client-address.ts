/** Set by the server itself on every request, over whatever the caller sent. */
export const CLIENT_ADDRESS = 'x-tutti-client-address'

/**
 * The caller's address: that of the socket, or behind a trusted proxy the last one the proxy added to X-Forwarded-For.
 * Anything further left in that header is the caller's own word.
 */
export function clientAddress(headers: Headers, socketAddress: string | undefined, trustProxy: boolean): string {
  if (trustProxy) {
    const forwarded = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
    if (forwarded) return forwarded
  }
  return socketAddress ?? '127.0.0.1'
}
