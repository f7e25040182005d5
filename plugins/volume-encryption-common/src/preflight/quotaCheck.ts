import type { PreflightCheck } from '../contract/api';
import type { ResourceQuota } from '../kubernetes/claimLimits';
import { quantityToBytes } from '../kubernetes/quantity';
import { adviceOf } from './adviceOf';
import { blocked, ok, unknown, unread, type Check } from './Check';
import { isThereAlready } from './isThereAlready';

const about = 'quota';

/** Do the namespace's quotas leave room for the claim? */
export const quotaCheck: Check = ({ quotas, request, existing }) => {
  if (isThereAlready(existing)) return [];
  if (quotas.status === 'unknown') {
    return [unread(about, "What the namespace's quotas leave", quotas)];
  }
  const asked = demandOf(request);
  const found = quotas.value.flatMap(quota =>
    [...asked].flatMap(([name, amount]) => judge(quota, { name, amount })),
  );
  if (found.length > 0) return found;
  return [ok(about, 'No ResourceQuota limits the storage of the namespace.')];
};

/**
 * What a claim counts for, by the names that a quota may count it under
 * (kubernetes `pkg/quota/v1/evaluator/core/persistent_volume_claims.go`).
 */
function demandOf(request: {
  size: string;
  storageClass: string;
}): Map<string, string> {
  const ofClass = `${request.storageClass}.storageclass.storage.k8s.io`;
  return new Map([
    ['requests.storage', request.size],
    ['persistentvolumeclaims', '1'],
    ['count/persistentvolumeclaims', '1'],
    [`${ofClass}/requests.storage`, request.size],
    [`${ofClass}/persistentvolumeclaims`, '1'],
  ]);
}

function judge(
  { meta, hard, used, isScoped }: ResourceQuota,
  { name, amount }: { name: string; amount: string },
): PreflightCheck[] {
  const limit = hard[name];
  if (limit === undefined) return [];
  const quota = `ResourceQuota "${meta.name}"`;
  if (isScoped) {
    const message = `${quota} limits ${name} to ${limit} for some claims only, by scopes that are not judged here.`;
    return [unknown(about, message)];
  }
  const [allowed, taken, more] = [limit, used[name], amount].map(it =>
    quantityToBytes(it ?? ''),
  );
  if (allowed === undefined || taken === undefined || more === undefined) {
    return [
      unknown(about, `${quota} limits ${name}, and is not counted yet.`, {
        ...adviceOf('quota-exceeded'),
        nextStep: 'Look again in a moment.',
      }),
    ];
  }
  const figures = `${quota} allows ${limit} of ${name}, and ${used[name]} is used`;
  if (taken + more <= allowed) {
    return [ok(about, `${figures}: ${amount} more fits.`)];
  }
  const message = `${figures}: ${amount} more does not fit.`;
  return [blocked(about, message, adviceOf('quota-exceeded'))];
}
