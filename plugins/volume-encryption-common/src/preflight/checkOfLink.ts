import type { LinkFinding } from '../assessment/linkFinding';
import type { PreflightCheck } from '../contract/api';
import type { ReasonCode } from '../contract/reasons';
import type { Advice } from './Check';

const OUTCOMES = {
  ok: 'ok',
  warning: 'warning',
  broken: 'blocked',
  unknown: 'unknown',
} as const;

/** A link of the chain from claim to key, as it would be. */
export function checkOfLink(
  about: PreflightCheck['about'],
  link: LinkFinding | undefined,
  advice: Partial<Record<ReasonCode, Advice>>,
): PreflightCheck[] {
  if (!link) return [];
  const { status, code, detail: message } = link;
  const outcome = OUTCOMES[status];
  if (outcome === 'ok') return [{ about, outcome, message }];
  const { owner = 'platform-team', ...more } = advice[code] ?? {};
  return [{ about, outcome, message, owner, ...more }];
}
