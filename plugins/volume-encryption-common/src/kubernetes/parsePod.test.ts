import { parseObject } from './parseObject';

const metadata = {
  name: 'web-0',
  namespace: 'payments',
  creationTimestamp: '2026-03-01T10:00:00Z',
};
const startedAt = '2026-03-01T10:01:00Z';

function podOf(status: object, spec: object = {}) {
  return parseObject('Pod', { metadata, spec, status });
}

it('reads node, phase and the claims that its volumes name', () => {
  const pod = podOf(
    { phase: 'Running' },
    {
      nodeName: 'node-1',
      volumes: [
        { name: 'a', persistentVolumeClaim: { claimName: 'data' } },
        { name: 'b', configMap: { name: 'settings' } },
        { name: 'scratch', ephemeral: { volumeClaimTemplate: {} } },
        { name: 'c', persistentVolumeClaim: undefined, emptyDir: {} },
      ],
    },
  );
  expect(pod).toMatchObject({
    nodeName: 'node-1',
    phase: 'Running',
    claimNames: ['data', 'web-0-scratch'],
  });
});

it.each<[string, object, boolean]>([
  ['no status yet', {}, false],
  [
    'all containers waiting',
    { containerStatuses: [{ state: { waiting: { reason: 'x' } } }] },
    false,
  ],
  [
    'one container running',
    {
      containerStatuses: [
        { state: { waiting: {} } },
        { state: { running: { startedAt } } },
      ],
    },
    true,
  ],
  [
    'an init container running',
    { initContainerStatuses: [{ state: { running: { startedAt } } }] },
    true,
  ],
  [
    'a container that ended',
    { containerStatuses: [{ state: { terminated: { startedAt } } }] },
    true,
  ],
  [
    'a container that crashed and waits',
    {
      containerStatuses: [
        { state: { waiting: {} }, lastState: { terminated: { startedAt } } },
      ],
    },
    true,
  ],
  [
    'a container of which the kubelet knows nothing',
    {
      containerStatuses: [
        {
          state: {
            terminated: { reason: 'ContainerStatusUnknown', startedAt: null },
          },
        },
      ],
    },
    false,
  ],
  [
    'the states as the client gives them',
    {
      containerStatuses: [
        { state: { running: undefined, waiting: {}, terminated: undefined } },
      ],
    },
    false,
  ],
])('with %s', (_, status, containersStarted) => {
  expect(podOf(status)).toMatchObject({ containersStarted });
});

it('names a claim that has no name', () => {
  const spec = { volumes: [{ name: 'a', persistentVolumeClaim: {} }] };
  expect(() => podOf({}, spec)).toThrow(
    'spec.volumes[0].persistentVolumeClaim.claimName is missing',
  );
});
