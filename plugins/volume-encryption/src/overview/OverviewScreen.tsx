import { CoveragePanel } from './CoveragePanel';
import { FilterBar } from './FilterBar';
import { FindingsPanel } from './FindingsPanel';
import { TrendPanel } from './TrendPanel';
import { useVolumeFilter } from './useVolumeFilter';
import { VolumesPanel } from './VolumesPanel';

/** What is not encrypted, whose it is, and what hurts most, over all clusters. */
export function OverviewScreen() {
  const address = useVolumeFilter();
  return (
    <>
      <FilterBar address={address} />
      <CoveragePanel address={address} />
      <TrendPanel address={address} />
      <FindingsPanel address={address} />
      <VolumesPanel address={address} />
    </>
  );
}
