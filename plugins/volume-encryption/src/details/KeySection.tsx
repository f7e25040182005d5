import type {
  Custody,
  KeyDescription,
} from 'backstage-plugin-volume-encryption-common';
import { FactList, Section } from '../facts';
import { presenceStatus, StatusBadge } from '../status';
import { Age } from '../time';

/** What the KMS says of the key; never its value. */
export function KeySection(props: {
  custody: Custody;
  keyObservedAt?: string;
}) {
  const { key, keyPath } = props.custody;
  if (!key && !keyPath) return null;
  return (
    <Section title="The key">
      <FactList
        facts={{
          Path: keyPath && <code>{keyPath}</code>,
          Presence: key ? (
            <StatusBadge status={presenceStatus[key.presence]} />
          ) : (
            'not known: the KMS did not say'
          ),
          'Written by': writer(key),
          Version: key?.currentVersion,
          Created: key?.createdAt && <Age at={key.createdAt} />,
          Updated: key?.updatedAt && <Age at={key.updatedAt} />,
          Asked: props.keyObservedAt && <Age at={props.keyObservedAt} />,
        }}
      />
    </Section>
  );
}

function writer(key: KeyDescription | undefined): string | undefined {
  if (!key?.writtenBy) return undefined;
  if (key.writtenByTenant === undefined) return key.writtenBy;
  return key.writtenByTenant
    ? `${key.writtenBy}, the tenant's own identity`
    : `${key.writtenBy}, which is not the tenant's identity`;
}
