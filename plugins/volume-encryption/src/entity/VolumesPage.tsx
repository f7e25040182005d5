import type { EntityVolumes } from 'backstage-plugin-volume-encryption-common';
import { useCallback, useEffect } from 'react';
import { VolumesTable } from '../volumes';
import type { VolumesAddress } from './useVolumesQuery';

/** Volumes that are in view, and the address that they are shown by. */
export interface ShownVolumes {
  known: EntityVolumes;
  /** Whether `known` is what an address before this one asked for. */
  isFormer: boolean;
  address: VolumesAddress;
}

/** The page of volumes that the address names; the last when there are fewer. */
export function VolumesPage({ known, isFormer, address }: ShownVolumes) {
  const { query, linkTo, goTo } = address;
  const { volumes, total, limit } = known;

  const isBeyondEnd = !isFormer && volumes.length === 0 && total > 0;
  const lastPage = Math.ceil(total / limit) - 1;
  useEffect(() => {
    if (isBeyondEnd) goTo({ page: lastPage }, { replace: true });
  }, [isBeyondEnd, lastPage, goTo]);

  const linkToVolume = useCallback(
    (volume: string) => linkTo({ volume }),
    [linkTo],
  );
  return (
    <VolumesTable
      known={known}
      search={query.search}
      isFormer={isFormer || isBeyondEnd}
      actions={{
        linkTo: linkToVolume,
        onOpen: volume => goTo({ volume }),
        onSearch: search => goTo({ search, page: 0 }, { replace: true }),
        onPage: page => goTo({ page }),
        onPageSize: size => goTo({ size, page: 0 }),
      }}
    />
  );
}
