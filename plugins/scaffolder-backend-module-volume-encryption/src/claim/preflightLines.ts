import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  VolumeEncryptionError,
  type Preflight,
  type PreflightCheck,
} from 'backstage-plugin-volume-encryption-common';

const LEVELS = {
  ok: 'info',
  warning: 'warn',
  unknown: 'warn',
  blocked: 'error',
} as const;

/** A check in one line: how it stands, who can mend it and how. */
export function preflightLine(check: PreflightCheck): string {
  const { outcome, message, owner, nextStep, diagnosis, link } = check;
  return [
    `[${outcome}] ${message}`,
    ...(owner ? [`Who: ${owner}.`] : []),
    ...(nextStep ? [`Next step: ${nextStep}`] : []),
    ...(link ? [`More: ${link}`] : []),
    ...(diagnosis ? [`(${diagnosis})`] : []),
  ].join(' ');
}

/** Logs each check by how it stands. */
export function tellPreflight(
  { checks }: Preflight,
  logger: LoggerService,
): void {
  for (const check of checks) {
    logger[LEVELS[check.outcome]](preflightLine(check));
  }
}

/** Throws `conflict` where something is blocked, with all that is and how to mend it. */
export function requireNotBlocked({ checks }: Preflight): void {
  const blocked = checks.filter(({ outcome }) => outcome === 'blocked');
  if (blocked.length === 0) return;
  const list = blocked.map(preflightLine).join(' ');
  throw new VolumeEncryptionError(
    'conflict',
    `Nothing was made, for the volume would not come about. ${list}`,
  );
}
