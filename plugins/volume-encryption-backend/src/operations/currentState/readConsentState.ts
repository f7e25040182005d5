import type {
  ConsentState,
  NamespaceConsentRequest,
} from 'backstage-plugin-volume-encryption-common';
import type { Systems } from '../../systems';
import type { ReadContext } from './ReadContext';

/** What the plan of a consent depends on, read from the cluster now. */
export async function readConsentState(
  request: NamespaceConsentRequest,
  { systems }: { systems: Systems },
  { signal }: ReadContext,
): Promise<ConsentState> {
  const { reader, csiNamespace } = systems.cluster(request.cluster);
  const name = request.namespace;
  const namespace = await reader.get('Namespace', { name, signal });
  return { namespace, csiNamespace };
}
