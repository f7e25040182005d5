import type { Finding } from '../contract/reasons';
import { namedKmsId, type EncryptionAsked } from '../driver/encryptionAsked';
import { connectionProblems } from '../kmsConnection/connectionProblems';
import { fileEncryptionProblem } from '../kmsConnection/fileEncryption';
import { findConnection } from '../kmsConnection/findConnection';
import type { ConfigMap } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';

const sharedPassphrase: Finding = {
  code: 'passphrase-shared',
  severity: 'warning',
  message:
    'The class names no KMS connection, so one passphrase in a Secret opens every volume of it. Name one in encryptionKMSID for a key per volume.',
};

/** What would go wrong, or should be known, with a volume of such parameters. */
export function classProblems(
  asked: EncryptionAsked,
  connections: Observed<ConfigMap | undefined>,
): Finding[] {
  switch (asked.encryption) {
    case 'invalid':
      return [
        { code: 'record-invalid', severity: 'error', message: asked.why },
      ];
    case 'unknown':
      return [
        { code: 'record-ambiguous', severity: 'warning', message: asked.why },
      ];
    case 'none':
      return [];
    default: {
      const kmsId = namedKmsId(asked);
      return kmsId
        ? connectionFindings(kmsId, asked.encryption, connections)
        : [sharedPassphrase];
    }
  }
}

function connectionFindings(
  kmsId: string,
  encryption: 'block' | 'file',
  connections: Observed<ConfigMap | undefined>,
): Finding[] {
  const found = findConnection(connections, kmsId);
  if ('absence' in found) return found.findings;
  const ofFiles =
    encryption === 'file' ? fileEncryptionProblem(found.connection) : undefined;
  return [
    ...found.findings,
    ...(ofFiles ? [ofFiles] : []),
    ...connectionProblems(found.connection),
  ];
}
