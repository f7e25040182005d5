import { kmsTypeOptions } from './connectionOptions';
import { connectionOf } from './parseConnections';

/**
 * The options of an entry, as it is written, that somebody reads: Ceph CSI, or
 * OpenShift's console. All others may be anything, a credential too, and so may
 * not go where they are kept, such as an address. Of an unknown type only the
 * type.
 *
 * @public
 */
export function knownOptions(
  entry: Record<string, string>,
): Record<string, string> {
  const { kmsType, written, ignored } = connectionOf('entry', entry);
  const isRead = kmsTypeOptions.has(kmsType)
    ? (name: string) => !ignored.includes(name)
    : (name: string) => name === 'encryptionKMSType' || name === 'KMS_PROVIDER';
  return Object.fromEntries(
    Object.entries(written).filter(([name]) => isRead(name)),
  );
}
