import type { Measured } from '#server/platforms/port.ts'

/** A connected channel's counter, its account already known. */
export interface ChannelMeter {
  readonly measure: (remoteIds: readonly string[]) => Promise<Measured>
}

/** Finds a channel's counter; null while the channel cannot be asked (disconnected, paused, or its platform counts nothing). */
export type MeterOf = (organisationId: string, channelId: string) => Promise<ChannelMeter | null>
