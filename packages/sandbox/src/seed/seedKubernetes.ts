import { Send } from '../wire/connect';
import { at, Json } from '../wire/json';
import { clusterObjects } from './clusterObjects';

/**
 * Creates the example teams, classes, claims and the Pod that mounts one of them. What is
 * there already stays as it is.
 *
 * @param kubernetes - calls the API server as an admin
 */
export async function seedKubernetes(
  kubernetes: Send,
  options: { cluster: string; vaultAddress: string },
): Promise<void> {
  for (const { collection, object } of clusterObjects(options)) {
    await create(kubernetes, collection, object);
  }
  const path = '/api/v1/namespaces/payments/pods/ledger-0/status';
  const conditions = [{ type: 'Ready', status: 'True' }];
  const body = { status: { phase: 'Running', conditions } };
  await kubernetes('PATCH', path, body, 'application/merge-patch+json');
}

/** A new namespace has no default ServiceAccount for a moment: Pods are tried again. */
async function create(
  kubernetes: Send,
  collection: string,
  object: Json,
  tries = 20,
): Promise<void> {
  const { status, body } = await kubernetes('POST', collection, object);
  if (status === 201 || status === 409) return;
  const message = `${at(body, 'message')}`;
  if (tries === 0 || !message.includes('error looking up service account')) {
    throw new Error(`the API server refused an example: ${message}`);
  }
  await new Promise(resolve => setTimeout(resolve, 250));
  await create(kubernetes, collection, object, tries - 1);
}
