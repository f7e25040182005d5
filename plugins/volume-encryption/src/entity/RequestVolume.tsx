import { entityVolumesCreatePermission } from 'backstage-plugin-volume-encryption-common';
import { allows, useCapabilities } from '../capabilities';
import { TemplateButton } from '../templates';

/** Leads to the template for a new volume of an entity, who may ask for one. */
export function RequestVolume({ entityRef }: { entityRef: string }) {
  const { value } = useCapabilities(entityRef);
  if (!allows(value, entityVolumesCreatePermission)) return null;
  return (
    <TemplateButton isMain template="encrypted-volume" values={{ entityRef }}>
      Request an encrypted volume
    </TemplateButton>
  );
}
