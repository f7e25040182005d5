import type {
  Observed,
  SecretMetadata,
} from 'backstage-plugin-volume-encryption-common';
import type { VolumeSources } from './Sources';

/** Who is asked, and how long an answer is waited for. */
export interface AskContext {
  sources: VolumeSources;
  deadline: Promise<void>;
  /** Whether it will do that a key is listed which was there of late. */
  keysByList?: boolean;
}

/**
 * A Secret if it is there. Its metadata only is asked for, and by its name,
 * which is all that the portal's role on Secrets allows.
 */
export function findSecret(
  place: { cluster: string; namespace: string; name: string },
  { sources, deadline }: AskContext,
): Promise<Observed<SecretMetadata | undefined>> {
  const { cluster, namespace, name } = place;
  const { reader } = sources.systems.cluster(cluster);
  return sources.secrets.read(
    [cluster, namespace, name].join('\n'),
    () => reader.get('Secret', { namespace, name }),
    deadline,
  );
}
