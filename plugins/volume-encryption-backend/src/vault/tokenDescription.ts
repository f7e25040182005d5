import type { TokenDescription } from 'backstage-plugin-volume-encryption-node';
import {
  isRecord,
  numberAt,
  textAt,
  textsAt,
  valueAt,
} from '../network/valueAt';

/**
 * A token as `auth/token/lookup-accessor` shows it. The policies of its entity
 * count too (`identity_policies`). Its end is by our clock: Vault's may go wrong,
 * how long is left does not.
 */
export function describeToken(data: unknown, now: Date): TokenDescription {
  const policies = [
    ...textsAt(data, 'policies'),
    ...textsAt(data, 'identity_policies'),
  ];
  return {
    path: textAt(data, 'path') ?? '',
    meta: metaIn(data),
    policies: [...new Set(policies)].sort(),
    entityId: textAt(data, 'entity_id') ?? '',
    orphan: valueAt(data, 'orphan') === true,
    renewable: valueAt(data, 'renewable') === true,
    boundCidrs: textsAt(data, 'bound_cidrs'),
    issuedAt: timeIn(numberAt(data, 'creation_time') ?? 0, new Date(0)),
    expiresAt: timeIn(numberAt(data, 'ttl') ?? 0, now),
  };
}

/**
 * ISO 8601, so many seconds from a moment. Undefined for none, as of a token
 * that does not end, or where that is not in any time of ours.
 */
export function timeIn(seconds: number, from: Date): string | undefined {
  const end = new Date(from.getTime() + seconds * 1000);
  const isTime = seconds > 0 && Number.isFinite(end.getTime());
  return isTime ? end.toISOString() : undefined;
}

function metaIn(data: unknown): Record<string, string> {
  const meta = valueAt(data, 'meta');
  if (!isRecord(meta)) return {};
  const names = Object.keys(meta);
  return Object.fromEntries(
    names.map(name => [name, textAt(meta, name) ?? '']),
  );
}
