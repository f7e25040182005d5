import type { Finding } from '../contract/reasons';
import { driverProfileOf } from '../driver/driverProfiles';
import type { StorageClass } from '../kubernetes/objects';

/**
 * What a claim that names no class would get of this one, by what the class asks
 * its driver for: `ok` only where it asks for encryption of the volume, in words
 * that we understand.
 */
export function judgeDefault(storageClass: StorageClass): Finding {
  const { provisioner, parameters, meta } = storageClass;
  const it = `StorageClass "${meta.name}"`;
  const ask = driverProfileOf(provisioner)?.readClass(parameters);
  if (!ask) {
    return {
      code: 'record-ambiguous',
      severity: 'warning',
      message: `${it} may or may not encrypt: "${provisioner}" is not a driver whose encryption can be read here.`,
    };
  }
  const { asks, why } = ask;
  const isVague = asks === 'unknown' || ask.isVague;
  if (isVague) {
    return {
      code: 'record-ambiguous',
      severity: 'warning',
      message: `${it} may or may not encrypt. ${why}`,
    };
  }
  switch (asks) {
    case 'none':
      return {
        code: 'default-class-unencrypted',
        severity: 'error',
        message: `${it} does not encrypt its volumes. ${why}`,
      };
    case 'infrastructure-only':
      return {
        code: 'default-class-unencrypted',
        severity: 'warning',
        message: `${it} does not encrypt each volume, only what is below may be. ${why}`,
      };
    case 'invalid':
      return {
        code: 'record-invalid',
        severity: 'error',
        message: `${it} makes no volumes. ${why}`,
      };
    default:
      return {
        code: 'default-class-encrypted',
        severity: 'ok',
        message: `${it} asks for encrypted volumes. ${why}`,
      };
  }
}
