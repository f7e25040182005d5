import { storageClassCreatePermission } from 'backstage-plugin-volume-encryption-common';
import { allows, useCapabilities } from '../capabilities';
import { TemplateButton } from '../templates';

/** Leads who may do it from a StorageClass to its smoke test. */
export function ClassTest(props: { cluster?: string; name: string }) {
  const { cluster, name } = props;
  const { value: capabilities } = useCapabilities();
  if (!allows(capabilities, storageClassCreatePermission)) return null;
  return (
    <TemplateButton
      template="encryption-smoke-test"
      values={{ cluster, storageClass: name }}
    >
      Test this class
    </TemplateButton>
  );
}
