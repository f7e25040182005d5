import { kubernetesApi, textAt, type Testbed } from 'testbed';

/** What a pod is known by, and what changes with each write to it. */
export interface PodState {
  uid: string;
  resourceVersion: string;
}

/**
 * Makes a pod that uses a claim. No scheduler looks after it, so that nobody but
 * who touches the pod changes it.
 */
export async function makePod(
  { kubernetes }: Testbed,
  place: { namespace: string; claim: string },
): Promise<void> {
  const { namespace, claim } = place;
  await kubernetesApi(kubernetes).demand({
    method: 'POST',
    path: `/api/v1/namespaces/${namespace}/pods`,
    body: {
      metadata: { name: claim },
      spec: {
        schedulerName: 'nobody',
        containers: [
          {
            name: 'main',
            image: 'example.org/orders',
            volumeMounts: [{ name: 'data', mountPath: '/data' }],
          },
        ],
        volumes: [
          { name: 'data', persistentVolumeClaim: { claimName: claim } },
        ],
      },
    },
  });
}

/** The pod and its claim as they are now. */
export async function podAndClaim(
  { kubernetes }: Testbed,
  { namespace, claim }: { namespace: string; claim: string },
): Promise<PodState[]> {
  const api = kubernetesApi(kubernetes);
  const look = async (kind: string) => {
    const path = `/api/v1/namespaces/${namespace}/${kind}/${claim}`;
    const { body } = await api.demand({ method: 'GET', path });
    return {
      uid: textAt(body, 'metadata', 'uid'),
      resourceVersion: textAt(body, 'metadata', 'resourceVersion'),
    };
  };
  return [await look('pods'), await look('persistentvolumeclaims')];
}
