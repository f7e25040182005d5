import { ClustersPanel } from './ClustersPanel';
import { DefaultClassesPanel } from './DefaultClassesPanel';
import { KmsPanel } from './KmsPanel';

/** Whether the clusters, their default classes and the KMSs are well, as last seen. */
export function HealthScreen() {
  return (
    <>
      <ClustersPanel />
      <DefaultClassesPanel />
      <KmsPanel />
    </>
  );
}
