import { KmsChosen } from '../choosing';
import { IdentityPanel } from './IdentityPanel';
import { IsolationPanel } from './IsolationPanel';

/** What the portal itself may do in a KMS, and what tenants may on each other. */
export function ProofScreen() {
  return (
    <KmsChosen>
      {kms => (
        <>
          <IsolationPanel kms={kms} />
          <IdentityPanel kms={kms} />
        </>
      )}
    </KmsChosen>
  );
}
