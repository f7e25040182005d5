import { Send } from '../wire/connect';
import { at, fill, JsonObject } from '../wire/json';
import { listOf, objectOf, textOf } from '../wire/json';
import examples from './examples.json';

/** What the examples are made to name. */
export type KubernetesSeed = Record<'cluster' | 'vaultAddress', string>;

/**
 * Creates the example teams, classes, claims and a Pod, as an admin. What is there already
 * stays as it is. Throws Error with what the API server refused.
 */
export async function seedKubernetes(
  kubernetes: Send,
  { cluster, vaultAddress }: KubernetesSeed,
): Promise<void> {
  const objects = listOf(fill(examples, { cluster, vault: vaultAddress }));
  for (const object of objects) await create(kubernetes, objectOf(object));
}

async function create(kubernetes: Send, { status, ...object }: JsonObject) {
  const { name, namespace } = objectOf(object.metadata);
  const version = textOf(object.apiVersion);
  const root = version === 'v1' ? '/api/v1' : `/apis/${version}`;
  const scope = namespace ? `/namespaces/${namespace}` : '';
  const plural = `${object.kind}s`.toLowerCase().replace('classs', 'classes');
  const path = `${root}${scope}/${plural}`;
  const answer = await kubernetes('POST', path, object);
  const message = textOf(at(answer.body, 'message'));
  if (message.includes('looking up service account')) {
    // A new namespace has no default ServiceAccount for a moment.
    await new Promise(resolve => setTimeout(resolve, 250));
    await create(kubernetes, { status, ...object });
  } else if (answer.status > 201 && answer.status !== 409) {
    throw new Error(`the API server refused an example: ${message}`);
  } else if (status) {
    const where = `${path}/${name}/status`;
    const merge = 'application/merge-patch+json';
    await kubernetes('PATCH', where, { status }, merge);
  }
}
