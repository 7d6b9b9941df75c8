import {
  IconCalendar,
  IconChartBar,
  IconFileText,
  IconHome,
  IconSitemap,
  IconTarget,
  IconShieldCheck,
} from '@tabler/icons-react'
import type { Action } from '#contract/actions.ts'

/** The rooms along the loop, in its order. `prefixes`: the addresses that belong to the room beside its own. */
export const ROOMS = [
  { name: 'home', to: '/', icon: IconHome, needs: 'measurement.read', prefixes: [], phone: true },
  { name: 'strategy', to: '/strategy', icon: IconTarget, needs: 'strategy.read', prefixes: ['/strategy'], phone: true },
  { name: 'organise', to: '/organise', icon: IconSitemap, needs: 'people.read', prefixes: ['/organise'], phone: false },
  {
    name: 'govern',
    to: '/govern',
    icon: IconShieldCheck,
    needs: 'policies.read',
    prefixes: ['/govern'],
    phone: false,
  },
  {
    name: 'calendar',
    to: '/calendar',
    icon: IconCalendar,
    needs: 'posts.read',
    prefixes: ['/calendar', '/posts'],
    phone: true,
  },
  { name: 'content', to: '/content', icon: IconFileText, needs: 'content.read', prefixes: ['/content'], phone: true },
  {
    name: 'measure',
    to: '/measure',
    icon: IconChartBar,
    needs: 'measurement.read',
    prefixes: ['/measure', '/trace'],
    phone: true,
  },
] as const

export type Room = (typeof ROOMS)[number]

/** The rooms that a person's rights reach. */
export function roomsFor(actions: readonly Action[]): readonly Room[] {
  return ROOMS.filter((room) => actions.includes(room.needs))
}

/** Whether an address lies in a room. */
export function isIn(room: Room, pathname: string): boolean {
  if (room.to === '/') return pathname === '/'
  return room.prefixes.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`))
}
