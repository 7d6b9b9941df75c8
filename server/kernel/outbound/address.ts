import ipaddr from 'ipaddr.js'

/** What an administrator opens by allowing private addresses: networks of a house, never link-local or multicast. */
const PRIVATE_RANGES = new Set<string>(['private', 'loopback', 'carrierGradeNat', 'uniqueLocal'])

/** Cloud metadata services inside ranges that an administrator may open; they hand out keys to whoever asks. */
const METADATA_ADDRESSES = new Set(['100.100.100.200', 'fd00:ec2::254', 'fd20:ce::254'])

/** All global unicast IPv6 lies in here (RFC 4291, IANA registry); ipaddr.js calls everything unlisted `unicast`. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')
/** The well-known NAT64 prefix (RFC 6052): how an IPv6-only network reaches IPv4. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/**
 * Whether a request may go to this literal IP address. Only global unicast may be reached; with `allowPrivate` also
 * private, loopback, shared (CGNAT) and unique-local addresses. IPv4 inside IPv6 (mapped, NAT64) is judged by the IPv4
 * address. Text that is no address is refused.
 */
export function isAllowedAddress(address: string, allowPrivate: boolean): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return isAllowedRange(parsed, allowPrivate)
  const sixth = parsed as ipaddr.IPv6
  if (sixth.isIPv4MappedAddress() || sixth.match(NAT64)) {
    return isAllowedRange(new ipaddr.IPv4(sixth.toByteArray().slice(12)), allowPrivate)
  }
  if (sixth.range() === 'unicast' && !sixth.match(GLOBAL_IPV6)) return false
  return isAllowedRange(sixth, allowPrivate)
}

function isAllowedRange(address: ipaddr.IPv4 | ipaddr.IPv6, allowPrivate: boolean): boolean {
  const range: string = address.range()
  if (range === 'unicast') return true
  return allowPrivate && PRIVATE_RANGES.has(range) && !METADATA_ADDRESSES.has(address.toString())
}
