import type {
  Custody,
  KeyDescription,
} from 'backstage-plugin-volume-encryption-common';
import { FactList, Section } from '../facts';
import { StatusBadge, type Status } from '../status';
import { Age } from '../time';

const presences: Record<KeyDescription['presence'], Status> = {
  present: { tone: 'good', icon: 'check', label: 'Present' },
  'soft-deleted': {
    tone: 'caution',
    icon: 'warning',
    label: 'Deleted, can be restored',
  },
  destroyed: { tone: 'danger', icon: 'blocked', label: 'Destroyed' },
  absent: { tone: 'danger', icon: 'blocked', label: 'Absent' },
};

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
            <StatusBadge status={presences[key.presence]} />
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
