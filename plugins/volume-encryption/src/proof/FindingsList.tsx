import Typography from '@material-ui/core/Typography';
import type { IsolationRow } from 'backstage-plugin-volume-encryption-common';
import { ReasonList } from '../custody';

/** What is not as it must be, and what is not known, before all else. */
export function FindingsList({ rows }: { rows: IsolationRow[] }) {
  const findings = rows.flatMap(({ tenantId, findings: found }) =>
    found.map(({ path, capabilities, message }) => ({
      code: `${tenantId}/${path}`,
      severity: 'error' as const,
      message: `${tenantId} may ${capabilities.join(', ')} on ${path}. ${message}`,
    })),
  );
  const unknown = rows
    .filter(({ basis }) => basis === 'unknown')
    .map(({ tenantId, message }) => ({
      code: tenantId,
      severity: 'warning' as const,
      message: `Of ${tenantId} it is not known. ${message ?? ''}`.trim(),
    }));
  const reasons = [...findings, ...unknown];
  if (reasons.length === 0) return null;
  return (
    <section aria-label="Findings">
      <Typography variant="subtitle2" component="h3">
        Findings
      </Typography>
      <ReasonList reasons={reasons} />
    </section>
  );
}
