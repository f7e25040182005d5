import { Progress } from '@backstage/core-components';
import type { ReactNode } from 'react';
import type { Kept } from '../loading';
import {
  FailedState,
  isDenied,
  NotAllowedState,
  OutdatedNotice,
} from '../problems';

/**
 * The answer to a question, or why there is none: still asked, not allowed,
 * failed. An old answer stays in view, and says so, when asking again fails.
 */
export function AnswerView<T>(props: {
  kept: Kept<T>;
  /** What is asked for, as the begin of a sentence, such as `The tenants`. */
  what: string;
  /** The name of the permission that it takes. */
  permission: string;
  children: (value: T) => ReactNode;
}) {
  const { kept, what, permission, children } = props;
  const { value, error, reload } = kept;
  if (value !== undefined) {
    return (
      <>
        {error && <OutdatedNotice error={error} onRetry={reload} />}
        {children(value)}
      </>
    );
  }
  if (!error) return <Progress />;
  return isDenied(error) ? (
    <NotAllowedState what={what} permission={permission} error={error} />
  ) : (
    <FailedState what={what} error={error} onRetry={reload} />
  );
}
