import { useEffect } from 'react';
import type { ListAddress } from './useListAddress';

/** Goes to the last page when the address names one behind it. */
export function useStayWithinPages(
  shown: { total: number; offset: number; limit: number; isFormer: boolean },
  goTo: ListAddress['goTo'],
): void {
  const { total, offset, limit, isFormer } = shown;
  const isBeyondEnd = !isFormer && total > 0 && offset >= total;
  const lastPage = Math.ceil(total / limit) - 1;
  useEffect(() => {
    if (isBeyondEnd) goTo({ page: lastPage }, { replace: true });
  }, [isBeyondEnd, lastPage, goTo]);
}
