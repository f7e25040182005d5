import type { PreflightCheck } from '../contract/api';
import type { LimitRange } from '../kubernetes/claimLimits';
import { quantityToBytes } from '../kubernetes/quantity';
import { adviceOf } from './adviceOf';
import { blocked, ok, unknown, unread, type Check } from './Check';
import { isThereAlready } from './isThereAlready';

/** Is the size within what the namespace allows for a claim (LimitRange)? */
export const sizeLimitsCheck: Check = ({ limitRanges, request, existing }) => {
  if (isThereAlready(existing)) return [];
  const about = 'size-limits';
  if (limitRanges.status === 'unknown') {
    const what = 'How large a claim of the namespace may be';
    return [unread(about, what, limitRanges)];
  }
  const limits = limitRanges.value.filter(it => it.claims.length > 0);
  const beyond = limits.flatMap(it => beyondLimits(it, request.size));
  if (beyond.length > 0) return beyond;
  const message =
    limits.length > 0
      ? `${request.size} is within the limits of the namespace (LimitRange ${limits.map(({ meta }) => `"${meta.name}"`).join(', ')}).`
      : 'The namespace sets no limits for the size of a claim.';
  return [ok(about, message)];
};

function beyondLimits(
  { meta, claims }: LimitRange,
  size: string,
): PreflightCheck[] {
  return claims.flatMap(({ min, max }) => [
    ...compared(`LimitRange "${meta.name}"`, ['minimum', min], size),
    ...compared(`LimitRange "${meta.name}"`, ['maximum', max], size),
  ]);
}

function compared(
  where: string,
  [which, limit]: ['minimum' | 'maximum', string | undefined],
  size: string,
): PreflightCheck[] {
  if (limit === undefined) return [];
  const about = 'size-limits';
  const [asked, bound] = [size, limit].map(quantityToBytes);
  if (asked === undefined || bound === undefined) {
    const message = `Whether ${size} is within the ${which} of ${where} is not known: ${limit} is not a quantity.`;
    return [unknown(about, message)];
  }
  const isWithin = which === 'minimum' ? asked >= bound : asked <= bound;
  if (isWithin) return [];
  const message = `The claim asks for ${size}, and the ${which} of the namespace is ${limit} (${where}).`;
  return [blocked(about, message, adviceOf('claim-size-not-allowed'))];
}
