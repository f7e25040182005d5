import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import { textAt, valueAt } from '../access/fields';
import type { JsonApi } from '../access/jsonApi';
import { kubernetesApi, type ServerAccess } from '../access/ServerAccess';
import { packageFolder } from '../location/packageFolder';
import { applyManifests } from './applyManifests';

const MAX_TRIES = 200;
const BETWEEN_MS = 100;

/**
 * Gives a cluster the kinds of a file under `manifests/`, and waits until it
 * serves them; safe to do again.
 */
export async function installCrds(
  servers: Pick<ServerAccess, 'kubernetes'>,
  file:
    | 'csi-addons.yaml'
    | 'openshift-projects.yaml'
    | 'snapshots.yaml'
    | 'storage-vendors.yaml',
): Promise<void> {
  const kubernetes = kubernetesApi(servers.kubernetes);
  const text = readFileSync(join(packageFolder, 'manifests', file), 'utf8');
  const crds = parseAllDocuments(text).map(document => document.toJS());
  await applyManifests(kubernetes, crds);
  for (const crd of crds) await served(kubernetes, crd);
}

/** One that is established is served a moment later. */
async function served(kubernetes: JsonApi, crd: unknown): Promise<void> {
  const group = textAt(crd, 'spec', 'group');
  const [version] = [valueAt(crd, ['spec', 'versions'])].flat();
  const plural = textAt(crd, 'spec', 'names', 'plural');
  const path = `/apis/${group}/${textAt(version, 'name')}/${plural}`;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const { status } = await kubernetes.send({ method: 'GET', path });
    if (status === 200) return;
    await pause(BETWEEN_MS);
  }
  throw new Error(`the API server does not serve ${path}`);
}
