import { Send } from '../wire/connect';
import { at, Json } from '../wire/json';
import examples from './examples.json';

/** Where the examples run: they are made to name it. */
export interface KubernetesSeed {
  cluster: string;
  vaultAddress: string;
}

/**
 * Creates the example teams, classes, claims and the Pod that mounts one of them. What is
 * there already stays as it is. Throws Error with what the API server refused.
 *
 * @param kubernetes - calls the API server as an admin
 */
export async function seedKubernetes(
  kubernetes: Send,
  { cluster, vaultAddress }: KubernetesSeed,
): Promise<void> {
  const text = JSON.stringify(examples)
    .replaceAll('${cluster}', cluster)
    .replaceAll('${vault}', vaultAddress);
  const objects: Json[] = JSON.parse(text);
  for (const object of objects) await create(kubernetes, object);
  const path = '/api/v1/namespaces/payments/pods/ledger-0/status';
  const conditions = [{ type: 'Ready', status: 'True' }];
  const body = {
    status: { phase: 'Running', conditions, containerStatuses: [started] },
  };
  await kubernetes('PATCH', path, body, 'application/merge-patch+json');
}

/** A container starts only after the volumes of its Pod are mounted. */
const started = {
  name: 'ledger',
  image: 'ledger:1.0',
  imageID: 'ledger:1.0',
  ready: true,
  restartCount: 0,
  state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
};

/** A new namespace has no default ServiceAccount for a moment: Pods are tried again. */
async function create(kubernetes: Send, object: Json, tries = 20) {
  const [version, kind] = [at(object, 'apiVersion'), at(object, 'kind')];
  const namespace = at(object, 'metadata', 'namespace');
  const root = version === 'v1' ? '/api/v1' : `/apis/${version}`;
  const scope = namespace ? `/namespaces/${namespace}` : '';
  const plural = `${kind}s`.toLowerCase().replace('classs', 'classes');
  const path = `${root}${scope}/${plural}`;
  const { status, body } = await kubernetes('POST', path, object);
  if (status === 201 || status === 409) return;
  const message = `${at(body, 'message')}`;
  if (tries === 0 || !message.includes('looking up service account')) {
    throw new Error(`the API server refused an example: ${message}`);
  }
  await new Promise(resolve => setTimeout(resolve, 250));
  await create(kubernetes, object, tries - 1);
}
