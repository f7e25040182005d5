import { valueOf } from '../observation/observed';
import type { KeyCustody } from '../keyCustody/keyCustody';
import { resolveCustody } from '../keyCustody/keyCustody';
import type { MountEvidence } from './mountEvidence';
import { readMounts } from './mountEvidence';
import type { VolumeFacts } from './volumeFacts';
import type { VolumeRecord } from './volumeRecord';
import { readRecord } from './volumeRecord';

/** The facts, with what they mean, worked out once for all checks. */
export interface Evidence {
  facts: VolumeFacts;
  record: VolumeRecord;
  mounts: MountEvidence;
  custody: KeyCustody;
  /** True when the KMS says that the key is there. */
  keySeen: boolean;
}

/** Works out what the facts mean. */
export function readEvidence(facts: VolumeFacts): Evidence {
  const record = readRecord(facts);
  const custody = custodyOf(record, facts);
  const keySeen =
    custody.kind === 'vault' && valueOf(facts.key)?.presence === 'present';
  return { facts, record, mounts: readMounts(facts), custody, keySeen };
}

function custodyOf(record: VolumeRecord, facts: VolumeFacts): KeyCustody {
  if (record.state !== 'recorded') {
    return { kind: 'unknown', finding: record.finding };
  }
  const { asked, volumeHandle } = record;
  return resolveCustody({
    asked,
    volumeHandle,
    connections: facts.connections,
    tenantConfigMap: facts.tenant.configMap,
  });
}
