import type { IsolationRow } from 'backstage-plugin-volume-encryption-common';
import type { Status } from '../status';

const own: Status = { tone: 'plain', icon: 'key', label: 'own' };
const deny: Status = { tone: 'good', icon: 'check', label: 'deny' };
const unknown: Status = {
  tone: 'unknown',
  icon: 'question',
  label: 'unknown',
};

/**
 * What a tenant's credential may do on the paths of another tenant, or on its
 * own. With basis `unknown` no cell is known to be denied (openapi.yaml,
 * IsolationRow).
 */
export function isolationCell(row: IsolationRow, tenantId: string): Status {
  const capabilities = row.findings
    .filter(finding => finding.tenantId === tenantId)
    .flatMap(finding => finding.capabilities);
  if (capabilities.length > 0) {
    return {
      tone: 'danger',
      icon: 'blocked',
      label: 'ALLOWED',
      note: [...new Set(capabilities)].join(', '),
    };
  }
  const isFound = row.findings.some(finding => finding.tenantId === tenantId);
  if (isFound) return unknown;
  if (row.tenantId === tenantId) return own;
  return row.basis === 'unknown' ? unknown : deny;
}
