import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Answer } from 'sandbox';
import type { ClusterUnderTest } from './ClusterUnderTest';

type Body = Parameters<ReturnType<typeof connect>>[2];

/** A namespace of a test's own, and what its administrator does there. */
export interface Administration {
  namespace: string;
  create(resource: string, body: Body): Promise<void>;
  delete(resource: string, name: string): Promise<void>;
  /** Server-side apply as another field manager. */
  apply(manager: string, resource: string, body: Manifest): Promise<void>;
  get(resource: string, name: string): Promise<Answer>;
}

interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  data?: Record<string, string>;
}

export async function administrate({
  url,
  caFile,
  tokens,
}: ClusterUnderTest): Promise<Administration> {
  const headers = { authorization: `Bearer ${tokens.admin}` };
  const ca = caFile && readFileSync(caFile, 'utf8');
  const send = connect({ url, headers, ca });
  const namespace = `contract-${randomBytes(4).toString('hex')}`;
  const base = `/api/v1/namespaces/${namespace}`;
  const demand = async (...call: Parameters<typeof send>) => {
    const { status, body } = await send(...call);
    if (status > 299) throw new Error(`${status}: ${JSON.stringify(body)}`);
  };
  await demand('POST', '/api/v1/namespaces', { metadata: { name: namespace } });
  return {
    namespace,
    create: (resource, body) => demand('POST', `${base}/${resource}`, body),
    delete: (resource, name) => demand('DELETE', `${base}/${resource}/${name}`),
    get: (resource, name) => send('GET', `${base}/${resource}/${name}`),
    apply: (manager, resource, body) =>
      demand(
        'PATCH',
        `${base}/${resource}/${body.metadata.name}?fieldManager=${manager}`,
        { ...body },
        'application/apply-patch+yaml',
      ),
  };
}
