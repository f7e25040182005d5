import { ClustersPanel } from './ClustersPanel';
import { KmsPanel } from './KmsPanel';

/** Whether the clusters and the KMSs are well, as last seen. */
export function HealthScreen() {
  return (
    <>
      <ClustersPanel />
      <KmsPanel />
    </>
  );
}
