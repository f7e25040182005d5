import { connect, Endpoint, Send } from '../wire/connect';
import { at, Json, JsonObject, objectOf } from '../wire/json';
import { keepReconciling } from '../wire/reconcile';
import { classOf, EventRecorder, list } from './events';

const [claims, volumes] = ['persistentvolumeclaims', 'persistentvolumes'];

/**
 * What the controller manager does for claims, for an API server that has none: binds a
 * claim to the volume made for it, and releases the volume of a claim that is gone.
 */
export function startVolumeBinder(endpoint: Endpoint): () => Promise<void> {
  const kubernetes = connect(endpoint);
  const events = new EventRecorder(kubernetes, 'persistentvolume-controller');
  const explained = new Set<Json | undefined>();
  const watched = [`/api/v1/${claims}`, `/api/v1/${volumes}`];
  return keepReconciling(endpoint, watched, async () => {
    const all = await list(kubernetes, claims);
    for (const volume of await list(kubernetes, volumes)) {
      const uid = at(volume, 'spec', 'claimRef', 'uid');
      const claim = all.find(it => uid && at(it, 'metadata', 'uid') === uid);
      await settle(kubernetes, volume, claim);
    }
    for (const claim of all) {
      const uid = at(claim, 'metadata', 'uid');
      const waits = at(claim, 'status', 'phase') === 'Pending';
      if (waits && !explained.has(uid))
        await explain(kubernetes, events, claim);
      explained.add(uid);
    }
    return Infinity;
  });
}

async function settle(
  kubernetes: Send,
  volume: JsonObject,
  claim?: JsonObject,
) {
  const { metadata, spec, status } = volume;
  const { capacity, accessModes } = objectOf(spec);
  const name = at(metadata, 'name');
  const path = `/api/v1/${volumes}/${name}/status`;
  const phase = at(status, 'phase');
  const merge = (where: string, change: Json) =>
    kubernetes('PATCH', where, change, 'application/merge-patch+json');
  if (!claim && phase === 'Bound') {
    await merge(path, { status: { phase: 'Released' } });
  }
  if (!claim || phase === 'Bound') return;
  const { namespace, name: claimName } = objectOf(claim.metadata);
  const where = `/api/v1/namespaces/${namespace}/${claims}/${claimName}`;
  const annotations = { 'pv.kubernetes.io/bind-completed': 'yes' };
  const bound = { phase: 'Bound', capacity, accessModes };
  await merge(where, { metadata: { annotations }, spec: { volumeName: name } });
  await merge(`${where}/status`, { status: bound });
  await merge(path, { status: { phase: 'Bound' } });
}

/** Says why a claim waits, where it is not for its provisioner to say. */
async function explain(
  kubernetes: Send,
  events: EventRecorder,
  claim: JsonObject,
) {
  const { name, status, storageClass } = await classOf(kubernetes, claim);
  if (name && status === 404) {
    const message = `storageclass.storage.k8s.io "${name}" not found`;
    await events.record(claim, ['Warning', 'ProvisioningFailed'], message);
  }
  const reason = 'WaitForFirstConsumer';
  if (storageClass.volumeBindingMode === reason) {
    const message = 'waiting for first consumer to be created before binding';
    await events.record(claim, ['Normal', reason], message);
  }
}
