import { describe, expect, it } from 'vitest'
import { isAllowedAddress } from './address.ts'

describe('an address that a request may go to', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:4700:4700::1111', '::ffff:93.184.216.34', '64:ff9b::5db8:d822'])(
    'is %s',
    (address) => expect(isAllowedAddress(address, false)).toBe(true),
  )

  it.each([
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.255.255.254'],
    ['private', '10.1.2.3'],
    ['private', '172.31.255.255'],
    ['private', '192.168.0.1'],
    ['link-local, metadata', '169.254.169.254'],
    ['shared', '100.64.0.1'],
    ['unspecified', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['broadcast', '255.255.255.255'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['benchmarking', '198.18.0.1'],
    ['documentation', '203.0.113.9'],
    ['IPv6 loopback', '::1'],
    ['IPv6 unspecified', '::'],
    ['unique-local', 'fd12:3456::1'],
    ['IPv6 link-local', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped private in hex', '::ffff:a00:1'],
    ['old IPv4-compatible', '::127.0.0.1'],
    ['translated', '::ffff:0:10.0.0.1'],
    ['6to4 of private', '2002:a00:1::1'],
    ['6to4 of public', '2002:5db8:d822::1'],
    ['NAT64 of private', '64:ff9b::a00:1'],
    ['local NAT64', '64:ff9b:1::5db8:d822'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['IPv6 documentation', '2001:db8::1'],
    ['outside global unicast', '4000::1'],
    ['no address', 'example.org'],
    ['nothing', ''],
  ])('is never %s (%s)', (_kind, address) => expect(isAllowedAddress(address, false)).toBe(false))
})

describe('an administrator who allows private addresses', () => {
  it.each(['127.0.0.1', '10.1.2.3', '192.168.1.4', '100.64.0.1', '::1', 'fd12::1', '::ffff:10.0.0.1', '8.8.8.8'])(
    'opens %s',
    (address) => expect(isAllowedAddress(address, true)).toBe(true),
  )

  it.each([
    '169.254.169.254',
    'fd00:ec2::254',
    '::ffff:100.100.100.200',
    '0.0.0.0',
    '224.0.0.1',
    'fe80::1',
    '240.0.0.1',
  ])('still does not open %s', (address) => expect(isAllowedAddress(address, true)).toBe(false))
})
