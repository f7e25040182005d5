import { ClusterChosen } from '../choosing';
import { ConnectionsPanel } from './ConnectionsPanel';
import { SourcePanel } from './SourcePanel';

/** The KMS connections of a cluster, and where Ceph CSI reads them from. */
export function ConnectionsScreen() {
  return (
    <ClusterChosen>
      {cluster => (
        <>
          <SourcePanel cluster={cluster} />
          <ConnectionsPanel cluster={cluster} />
        </>
      )}
    </ClusterChosen>
  );
}
