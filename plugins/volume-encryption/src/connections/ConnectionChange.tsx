import {
  knownOptions,
  kmsConnectionUpdatePermission,
  reservedMeaning,
  type KmsConnectionView,
} from 'backstage-plugin-volume-encryption-common';
import { useAllowed } from '../capabilities';
import { TemplateButton } from '../templates';

/** The templates that change or test a connection, with what it has. */
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
        template="kms-connection-test"
        values={{ cluster, kmsId }}
      >
        Test
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

/**
 * The form as the entry is: an entry with KMS_PROVIDER is in the other style. It
 * goes into an address, which browsers and servers keep, so only known options.
 */
function presentOf({ cluster, kmsId, options: entry }: KmsConnectionView) {
  if (!entry) return { cluster, kmsId };
  const options = knownOptions(entry);
  return options.KMS_PROVIDER === undefined
    ? { cluster, kmsId, style: 'options', options }
    : { cluster, kmsId, style: 'variables', variables: options };
}
