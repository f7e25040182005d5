/**
 * Frontend of Volume Encryption: entity tab, entity card, platform page and
 * template fields.
 *
 * @packageDocumentation
 */
export {
  volumeEncryptionApiRef,
  type CustodyScope,
  type ListPage,
  type OverviewQuery,
  type TenantName,
  type TrendQuery,
  type VolumeEncryptionApi,
  type VolumeOfEntity,
} from './api';
export { volumeEncryptionPlugin as default } from './plugin';
