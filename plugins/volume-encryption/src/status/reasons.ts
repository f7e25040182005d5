import type {
  Reason,
  Severity,
} from 'backstage-plugin-volume-encryption-common';

const order: Severity[] = ['error', 'warning', 'info', 'ok'];

/** The most severe reason's message; of equals, the first. */
export function tellingReason(reasons: Reason[]): string | undefined {
  return [...reasons].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity),
  )[0]?.message;
}
