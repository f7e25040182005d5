import type { Finding } from '../contract/reasons';
import { OUTDATED_AFTER } from '../observation/freshOf';
import { oldestOf } from '../observation/oldestOf';
import type { VolumeFacts } from './volumeFacts';

/**
 * That what the next mount needs was seen too long ago to say that it would
 * work, with the time of the oldest; undefined when all of it is fresh, or not
 * known, which has a reason of its own.
 */
export function outdated({
  now,
  connections,
  tenant,
  key,
}: VolumeFacts): Finding | undefined {
  const { configMap, serviceAccount, namespace, role, tokenSecret } = tenant;
  const needed = [configMap, serviceAccount, namespace, role, tokenSecret];
  const oldest = oldestOf([connections, ...needed, key]) ?? now;
  if (Date.parse(now) - Date.parse(oldest) <= OUTDATED_AFTER) return undefined;
  return {
    code: 'facts-outdated',
    severity: 'warning',
    message: `Whether the next mount would work now is not known: some of what it needs was last seen at ${oldest}.`,
  };
}
