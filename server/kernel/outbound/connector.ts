import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { isAllowedAddress } from './address.ts'
import { OutboundFailure } from './port.ts'

/** All addresses of a name, as the operating system knows them. */
export type ResolveName = (
  hostname: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>

const CONNECT_TIMEOUT_MS = 10_000

const systemResolve: ResolveName = (hostname) => lookup(hostname, { all: true })

export interface ConnectorOptions {
  readonly allowPrivate: boolean
  readonly resolve?: ResolveName | undefined
}

/**
 * Opens connections to allowed addresses only. The name is resolved once for a connection and the addresses that were
 * checked are the ones connected to, so a name that changes its mind between check and use gains nothing.
 */
export function guardedConnector({
  allowPrivate,
  resolve = systemResolve,
}: ConnectorOptions): buildConnector.connector {
  const connect = buildConnector({ lookup: guardedLookup(resolve, allowPrivate), timeout: CONNECT_TIMEOUT_MS })
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '')
    // A literal address is connected to without a lookup.
    if (isIP(host) !== 0 && !isAllowedAddress(host, allowPrivate)) callback(notAllowed(host), null)
    else connect({ ...options, hostname: host }, callback)
  }
}

function guardedLookup(resolve: ResolveName, allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found
        if (first === undefined) callback(new OutboundFailure('no', 'unreachable', `${hostname}: no address`), '')
        else if (!found.every(({ address }) => isAllowedAddress(address, allowPrivate)))
          callback(notAllowed(hostname), '')
        else if (options.all === true) callback(null, [...found])
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    )
  }
}

function notAllowed(host: string): OutboundFailure {
  return new OutboundFailure('no', 'address-not-allowed', `${host}: this address is not open to requests`)
}
