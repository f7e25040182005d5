export * from './EntityTimeline';
export * from './TenantTimeline';
export * from './VolumeTimeline';
