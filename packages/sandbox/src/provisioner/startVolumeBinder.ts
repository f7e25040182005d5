import { connect, Endpoint, Send } from '../wire/connect';
import { keepReconciling } from '../wire/reconcile';
import { at, Json, JsonObject, objectOf, textOf } from '../wire/json';
import { EventRecorder } from './events';
import { list } from './startProvisioner';

const claims = '/api/v1/persistentvolumeclaims';
const volumes = '/api/v1/persistentvolumes';

/**
 * The part of the controller manager that claims and volumes need, for an API server that
 * has none: binds a claim to the volume made for it, and releases the volumes of claims
 * that are gone. Not to be started where a controller manager runs.
 */
export function startVolumeBinder(endpoint: Endpoint): () => Promise<void> {
  const kubernetes = connect(endpoint);
  const events = new EventRecorder(kubernetes, 'persistentvolume-controller');
  const told = new Set<string>();
  return keepReconciling(endpoint, [claims, volumes], async () => {
    const all = await list(kubernetes, claims);
    for (const volume of await list(kubernetes, volumes)) {
      await settle(kubernetes, volume, all);
    }
    for (const claim of all.filter(isWaiting)) {
      const remark = await waitingFor(kubernetes, claim);
      const key = `${at(claim, 'metadata', 'uid')} ${remark?.message}`;
      if (remark && !told.has(key)) await events.record(claim, remark);
      told.add(key);
    }
    return undefined;
  });
}

const isWaiting = (claim: JsonObject) =>
  at(claim, 'status', 'phase') === 'Pending';

async function settle(kubernetes: Send, volume: JsonObject, all: JsonObject[]) {
  const { claimRef, capacity, accessModes } = objectOf(volume.spec);
  const uid = at(claimRef, 'uid');
  const name = textOf(at(volume, 'metadata', 'name'));
  const phase = at(volume, 'status', 'phase');
  const claim = all.find(it => uid && at(it, 'metadata', 'uid') === uid);
  const patch = (path: string, body: Json) =>
    kubernetes('PATCH', path, body, 'application/merge-patch+json');
  const becomes = (its: string) =>
    patch(`${volumes}/${name}/status`, { status: { phase: its } });
  if (!claim && phase === 'Bound') await becomes('Released');
  if (!claim || phase === 'Bound') return;
  const { namespace, name: claimName } = objectOf(claim.metadata);
  const path = `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${claimName}`;
  const annotations = { 'pv.kubernetes.io/bind-completed': 'yes' };
  const spec = { volumeName: name };
  await patch(path, { metadata: { annotations }, spec });
  const status = { phase: 'Bound', accessModes, capacity };
  await patch(`${path}/status`, { status });
  await becomes('Bound');
}

async function waitingFor(kubernetes: Send, claim: JsonObject) {
  const name = textOf(at(claim, 'spec', 'storageClassName'));
  const path = `/apis/storage.k8s.io/v1/storageclasses/${name}`;
  const { status, body } = name
    ? await kubernetes('GET', path)
    : { status: 0, body: null };
  if (status === 404) {
    const message = `storageclass.storage.k8s.io "${name}" not found`;
    return { type: 'Warning' as const, reason: 'ProvisioningFailed', message };
  }
  if (at(body, 'volumeBindingMode') !== 'WaitForFirstConsumer')
    return undefined;
  const message = 'waiting for first consumer to be created before binding';
  return { type: 'Normal' as const, reason: 'WaitForFirstConsumer', message };
}
