import { KmsChosen } from '../choosing';
import { IdentityPanel } from './IdentityPanel';
import { IsolationPanel } from './IsolationPanel';

/**
 * What the portal itself may do in a KMS, and what tenants may on each other.
 * @param path - its address, one segment below the page's
 */
export function ProofScreen({ path }: { path: string }) {
  const base = path.slice(0, path.lastIndexOf('/'));
  return (
    <KmsChosen>
      {kms => (
        <>
          <IsolationPanel kms={kms} base={base} />
          <IdentityPanel kms={kms} />
        </>
      )}
    </KmsChosen>
  );
}
