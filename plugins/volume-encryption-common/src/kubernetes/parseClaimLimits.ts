import type { LimitRange, ResourceQuota } from './claimLimits';
import type { Fields } from './fields';
import { parseMeta } from './parseMeta';

/** What is allowed comes from `spec`: `status` follows it with a delay. */
export function parseResourceQuota(object: Fields): ResourceQuota {
  const spec = object.child('spec');
  return {
    kind: 'ResourceQuota',
    meta: parseMeta(object),
    hard: spec.textMap('hard'),
    used: object.child('status').textMap('used'),
    isScoped: spec.texts('scopes').length > 0 || spec.has('scopeSelector'),
  };
}

/** Limits of pods and containers are left out. */
export function parseLimitRange(object: Fields): LimitRange {
  const limits = object.child('spec').children('limits');
  return {
    kind: 'LimitRange',
    meta: parseMeta(object),
    claims: limits
      .filter(it => it.optionalText('type') === 'PersistentVolumeClaim')
      .map(it => ({
        min: it.child('min').optionalText('storage'),
        max: it.child('max').optionalText('storage'),
      })),
  };
}
