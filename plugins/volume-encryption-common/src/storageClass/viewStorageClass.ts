import type { StorageClassView } from '../contract/api';
import { findConnection } from '../kmsConnection/findConnection';
import type { ConfigMap, StorageClass } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import { classProblems } from './classProblems';
import { defaultMarks } from './defaultClasses';
import { judgeDefault } from './judgeDefault';
import { readClassParameters } from './readEncryptionParameters';

/**
 * A class with what it asks its driver for, and what would go wrong.
 *
 * @public
 */
export function viewStorageClass(input: {
  cluster: string;
  storageClass: StorageClass;
  connections: Observed<ConfigMap | undefined>;
}): StorageClassView {
  const { cluster, storageClass, connections } = input;
  const { meta, provisioner, parameters } = storageClass;
  const asked = readClassParameters(provisioner, parameters);
  const kmsId = 'kmsId' in asked ? asked.kmsId || undefined : undefined;
  const found = kmsId && findConnection(connections, kmsId);
  return {
    cluster,
    name: meta.name,
    provisioner,
    encryption: asked.encryption,
    kmsId,
    kmsType:
      found && 'connection' in found ? found.connection.kmsType : undefined,
    isDefault: defaultMarks(storageClass).length > 0,
    bindingMode: storageClass.bindingMode,
    reclaimPolicy: storageClass.reclaimPolicy,
    createdAt: meta.createdAt,
    reasons: classProblems(asked, connections),
    asDefault: judgeDefault(storageClass),
  };
}
