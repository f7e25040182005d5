import Typography from '@material-ui/core/Typography';
import { ClusterChosen, KmsChosen } from '../choosing';
import { DriftPanel } from './DriftPanel';
import { RenderedPanels } from './RenderedPanels';

/** The set-up that an administrator applies once, and how the KMS differs. */
export function SetupScreen() {
  return (
    <>
      <Typography variant="body2" gutterBottom>
        Policies, roles and the login of one cluster&apos;s tenants, to be
        reviewed and applied by an administrator of the KMS. The portal never
        holds the right to apply them; it shows what differs afterwards.
      </Typography>
      <KmsChosen>
        {kms => (
          <ClusterChosen>
            {cluster => (
              <>
                <DriftPanel kms={kms} cluster={cluster} />
                <RenderedPanels kms={kms} cluster={cluster} />
              </>
            )}
          </ClusterChosen>
        )}
      </KmsChosen>
    </>
  );
}
