import { isDenied, isGone } from '../problems';

/**
 * Whether what was known stays in view after this error: not for who may not
 * see it any more, and not when it is gone.
 */
export function staysInView(error: Error): boolean {
  return !isDenied(error) && !isGone(error);
}
