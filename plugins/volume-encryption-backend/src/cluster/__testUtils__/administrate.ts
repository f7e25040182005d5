import { randomBytes } from 'node:crypto';
import type { Answer, Send } from 'sandbox';
import { itemsAt, textAt } from '../../network/valueAt';
import { wireAs, type ClusterUnderTest } from './ClusterUnderTest';

export type Body = Parameters<Send>[2];

export const APPLY = 'application/apply-patch+yaml';
export const MERGE = 'application/merge-patch+json';

/** In every namespace of a real cluster, at some moment after its creation. */
export const ROOT_CA = 'kube-root-ca.crt';

/** A namespace of a test's own, and what its administrator does there. */
export interface Administration {
  namespace: string;
  /** Path of the namespace; those of its resources are below. */
  home: string;
  /** One call, whatever comes of it. */
  send: Send;
  /** One call that must succeed. */
  demand: Send;
  create(resource: string, body: Body): Promise<Answer>;
  delete(resource: string, name: string, body?: Body): Promise<Answer>;
  /** A merge patch. */
  change(resource: string, name: string, body: Body): Promise<Answer>;
  /** Server-side apply as another field manager. */
  apply(manager: string, resource: string, body: Manifest): Promise<Answer>;
  get(resource: string, name: string): Promise<Answer>;
  /** The resourceVersions of what the test made, by name. */
  versions(resource: string): Promise<Map<string, string>>;
}

interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  data?: Record<string, string>;
}

/** Makes a namespace on the cluster, as its administrator. */
export async function administrate(
  cluster: ClusterUnderTest,
): Promise<Administration> {
  const send = wireAs(cluster, 'admin');
  const namespace = `contract-${randomBytes(4).toString('hex')}`;
  const home = `/api/v1/namespaces/${namespace}`;
  const demand: Send = async (...call) => {
    const answer = await send(...call);
    const { status, body } = answer;
    if (status > 299) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return answer;
  };
  await demand('POST', '/api/v1/namespaces', { metadata: { name: namespace } });
  const at = (resource: string, name: string) => `${home}/${resource}/${name}`;
  return {
    ...{ namespace, home, send, demand },
    create: (resource, body) => demand('POST', `${home}/${resource}`, body),
    delete: (resource, name, body) =>
      demand('DELETE', at(resource, name), body),
    change: (resource, name, body) =>
      demand('PATCH', at(resource, name), body, MERGE),
    get: (resource, name) => send('GET', at(resource, name)),
    apply: (manager, resource, body) => {
      const path = at(resource, body.metadata.name);
      const query = `fieldManager=${manager}`;
      return demand('PATCH', `${path}?${query}`, { ...body }, APPLY);
    },
    versions: async resource => {
      const { body } = await demand('GET', `${home}/${resource}`);
      const all = itemsAt(body, 'items').map(nameAndVersion);
      return new Map(all.filter(([name]) => name !== ROOT_CA));
    },
  };
}

function nameAndVersion(item: unknown): [string, string] {
  const text = (field: string) => textAt(item, 'metadata', field) ?? '';
  return [text('name'), text('resourceVersion')];
}
