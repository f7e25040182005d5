import type { Finding } from '../contract/reasons';
import { connectionProblems } from '../kmsConnection/connectionProblems';
import { findConnection } from '../kmsConnection/findConnection';
import type { KmsConnection } from '../kmsConnection/kmsConnection';
import type { Evidence } from './evidence';
import type { LinkFinding } from './linkFinding';

const noConnection: Finding = {
  code: 'connection-ok',
  severity: 'ok',
  message: 'The volume names no KMS connection, and needs none.',
};

/** Can Ceph CSI find out which KMS to ask? */
export function connectionLink(evidence: Evidence): LinkFinding {
  const { custody, facts } = evidence;
  switch (custody.kind) {
    case 'broken':
      return link(custody.kmsId, 'broken', custody.finding);
    case 'unknown':
      return link(custody.kmsId ?? 'not known', 'unknown', custody.finding);
    case 'shared':
      return custody.connection
        ? ofConnection(custody.connection, facts.connections)
        : link('none named', 'ok', noConnection);
    case 'none':
      return link('none', 'ok', noConnection);
    default:
      return ofConnection(custody.connection, facts.connections);
  }
}

function ofConnection(
  connection: KmsConnection,
  connections: Evidence['facts']['connections'],
): LinkFinding {
  const { kmsId, kmsType } = connection;
  const worst = [
    ...findConnection(connections, kmsId).findings,
    ...connectionProblems(connection),
  ].find(({ severity }) => severity === 'error');
  if (worst) return link(kmsId, 'broken', worst);
  return link(kmsId, 'ok', {
    code: 'connection-ok',
    severity: 'ok',
    message: `The KMS connection "${kmsId}" of type ${kmsType} is there and complete.`,
  });
}

function link(
  name: string,
  status: LinkFinding['status'],
  { code, message }: Finding,
): LinkFinding {
  const grade = status === 'unknown' ? 'E0' : 'E1';
  return { kind: 'kms-connection', name, status, grade, code, detail: message };
}
