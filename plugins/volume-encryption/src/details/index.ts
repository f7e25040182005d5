export * from './VolumeDrawer';
