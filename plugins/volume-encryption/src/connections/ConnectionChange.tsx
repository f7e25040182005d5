import {
  kmsConnectionUpdatePermission,
  reservedMeaning,
  type KmsConnectionView,
} from 'backstage-plugin-volume-encryption-common';
import { useAllowed } from '../capabilities';
import { TemplateButton } from '../templates';

/** The templates that change a connection, with what it has. */
export function ConnectionChange(connection: KmsConnectionView) {
  const { cluster, kmsId } = connection;
  const isAllowed = useAllowed(kmsConnectionUpdatePermission);
  const meaning = reservedMeaning(kmsId);
  if (meaning) {
    return (
      <>
        By hand, in the ConfigMap named above: to Ceph CSI <code>{kmsId}</code>{' '}
        is {meaning}.
      </>
    );
  }
  if (!isAllowed) return <>not allowed</>;
  return (
    <>
      <TemplateButton template="kms-connection" values={presentOf(connection)}>
        Change
      </TemplateButton>
      <TemplateButton
        template="kms-connection-removal"
        values={{ cluster, kmsId }}
      >
        Remove
      </TemplateButton>
    </>
  );
}

/** The form as the entry is: an entry with KMS_PROVIDER is in the other style. */
function presentOf({ cluster, kmsId, options }: KmsConnectionView) {
  if (!options) return { cluster, kmsId };
  return options.KMS_PROVIDER === undefined
    ? { cluster, kmsId, style: 'options', options }
    : { cluster, kmsId, style: 'variables', variables: options };
}
