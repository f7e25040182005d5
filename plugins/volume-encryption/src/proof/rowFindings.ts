import type {
  IsolationRow,
  Reason,
} from 'backstage-plugin-volume-encryption-common';

type Finding = IsolationRow['findings'][number];

/** More paths of one tenant than these are counted. */
const SHOWN = 3;

/**
 * What is wrong with a row, and what is not known of it: one for each tenant that
 * it reaches, then one for the row.
 */
export function rowFindings(row: IsolationRow): Reason[] {
  const { tenantId, basis, findings, message = '' } = row;
  const reached = [...new Set(findings.map(it => it.tenantId))].flatMap(other =>
    ofTenant(row, other, findings),
  );
  if (basis === 'unknown') {
    const text = `Of ${tenantId} it is not known. ${message}`.trim();
    return [...reached, { code: tenantId, severity: 'warning', message: text }];
  }
  return reached.length > 0 && message
    ? [...reached, { code: `${tenantId}/basis`, severity: 'info', message }]
    : reached;
}

function ofTenant(
  { tenantId }: IsolationRow,
  other: string,
  findings: readonly Finding[],
): Reason[] {
  const its = findings.filter(it => it.tenantId === other);
  const allowed = its.filter(it => it.capabilities.length > 0);
  const silent = its.filter(it => it.capabilities.length === 0);
  const code = `${tenantId}/${other}`;
  return [
    ...(allowed.length > 0
      ? [
          {
            ...{ code, severity: 'error' as const },
            message: `${tenantId} may ${listed(allowed, inWords)}. ${allowed[0].message}`,
          },
        ]
      : []),
    ...(silent.length > 0
      ? [
          {
            ...{ code: `${code}/unknown`, severity: 'warning' as const },
            message: `What ${tenantId} may is not known on ${listed(silent, ({ path }) => path)}.`,
          },
        ]
      : []),
  ];
}

function inWords({ capabilities, path }: Finding): string {
  return `${capabilities.join(', ')} on ${path}`;
}

function listed(
  findings: readonly Finding[],
  inText: (finding: Finding) => string,
): string {
  const shown = findings.slice(0, SHOWN).map(inText).join('; ');
  const more = findings.length - SHOWN;
  if (more <= 0) return shown;
  return `${shown}; and on ${more} more ${more === 1 ? 'path' : 'paths'}`;
}
