/**
 * What a signal carries: that something changed, as a number that grows. Never
 * a name or a fact, because signals are not checked against permissions.
 *
 * @public
 */
export type VolumesChangedSignal = { revision: number };

/** The part before the hash of the entity ref in a channel's name. @public */
export const SIGNAL_CHANNEL_PREFIX = 'volume-encryption:';

/** The channel of the platform page, whose revisions its answers name. @public */
export const PLATFORM_SIGNAL_CHANNEL = `${SIGNAL_CHANNEL_PREFIX}platform`;
