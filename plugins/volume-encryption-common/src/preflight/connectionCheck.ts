import type { Finding, ReasonCode } from '../contract/reasons';
import type { PreflightCheck } from '../contract/api';
import type { KeyCustody } from '../keyCustody/keyCustody';
import { connectionProblems } from '../kmsConnection/connectionProblems';
import { fileEncryptionProblem } from '../kmsConnection/fileEncryption';
import { findConnection } from '../kmsConnection/findConnection';
import { valueOf } from '../observation/observed';
import { readClassParameters } from '../storageClass/readEncryptionParameters';
import { adviceOf } from './adviceOf';
import { classKmsId } from './classConnection';
import { ok, unread, type Advice, type Check } from './Check';
import type { Outlook } from './preflightFacts';

const about = 'kms-connection';

/** Does Ceph CSI have the KMS connection that the class names, and can it use it? */
export const connectionCheck: Check = outlook => {
  const { custody, connections } = outlook;
  const storageClass = valueOf(outlook.storageClass);
  const kmsId = storageClass && classKmsId(storageClass);
  if (!custody || kmsId === undefined) return [];
  if (connections.status === 'unknown') {
    const what = `Whether there is a KMS connection "${kmsId}", and with it the KMS and the credential,`;
    return [unread(about, what, connections)];
  }
  const found = problemsOf(kmsId, custody, outlook)
    .filter(it => it.severity === 'error' || it.severity === 'warning')
    .map(told);
  if (found.length > 0) return found;
  const message = `The KMS connection "${kmsId}" is there and complete.`;
  return [ok(about, message)];
};

/** After the tenant's overrides, where it has any. */
function problemsOf(
  kmsId: string,
  custody: KeyCustody,
  { connections, storageClass }: Outlook,
): Finding[] {
  const found = findConnection(connections, kmsId);
  if ('absence' in found) return found.findings;
  const { parameters, provisioner } = valueOf(storageClass) ?? {};
  const asked = readClassParameters(provisioner ?? '', parameters ?? {});
  const connection =
    'connection' in custody && custody.connection
      ? custody.connection
      : found.connection;
  const ofFiles =
    asked.encryption === 'file' ? fileEncryptionProblem(connection) : undefined;
  const unresolved = custody.kind === 'unknown' ? [custody.finding] : [];
  const shared = custody.kind === 'shared' ? [sharedPassphrase(kmsId)] : [];
  return [
    ...found.findings,
    ...unresolved,
    ...shared,
    ...(ofFiles ? [ofFiles] : []),
    ...connectionProblems(connection),
  ];
}

/** Type `metadata` without a Secret of its own (ceph-csi `internal/kms/secretskms.go`). */
function sharedPassphrase(kmsId: string): Finding {
  return {
    code: 'passphrase-shared',
    severity: 'warning',
    message: `The KMS connection "${kmsId}" names no Secret: one passphrase in the class's Secret opens all of its volumes, and this one gets no key of its own.`,
  };
}

const RULES: Partial<Record<ReasonCode, string>> = {
  'connection-missing': 'connection-unknown',
  'connections-malformed': 'connection-malformed',
  'connection-not-object': 'connection-malformed',
  'connection-type-missing': 'connection-type-missing',
  'connection-type-unknown': 'connection-type-unknown',
  'connection-no-file-encryption': 'class-invalid',
};

function told({ code, severity, message }: Finding): PreflightCheck {
  if (code === 'tenant-overrides-unread') {
    return { about, outcome: 'unknown', message, owner: 'platform-team' };
  }
  const outcome = severity === 'error' ? 'blocked' : 'warning';
  return { about, outcome, message, ...adviceFor(code) };
}

function adviceFor(code: ReasonCode): Advice {
  const rule = RULES[code];
  if (!rule) return { owner: 'platform-team' };
  const { owner, diagnosis, link } = adviceOf(rule);
  return { owner, diagnosis, link };
}
