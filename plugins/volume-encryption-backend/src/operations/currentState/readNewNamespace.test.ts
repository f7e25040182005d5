import type { ClusterRight } from 'backstage-plugin-volume-encryption-node';
import { readNewNamespace } from './readNewNamespace';

const context = { signal: undefined };

function clusterThat(allowed: string[], areServed = true) {
  const asked: ClusterRight[] = [];
  return {
    asked,
    rights: {
      may: async (right: ClusterRight) => {
        asked.push(right);
        return allowed.includes(`${right.verb} ${right.resource}`);
      },
    },
    projects: { areServed: async () => areServed, send: jest.fn() },
  };
}

const read = (...given: Parameters<typeof clusterThat>) =>
  readNewNamespace(clusterThat(...given), 'web', context);

it('makes the namespace where both rights for it are there', async () => {
  const cluster = clusterThat(['create namespaces', 'patch namespaces']);
  expect(await readNewNamespace(cluster, 'web', context)).toEqual({
    by: 'namespace',
    mayPatch: true,
  });
  expect(cluster.asked.every(({ name }) => name === 'web')).toBe(true);
});

it.each([
  [['create projectrequests', 'patch namespaces'], 'project-request', true],
  [['create projectrequests'], 'project-request', false],
  [['create projectrequests', 'create namespaces'], 'project-request', false],
  [['patch namespaces'], 'none', true],
  [['create namespaces'], 'none', false],
  [[], 'none', false],
])('with %j it is by %s', async (allowed, by, mayPatch) => {
  expect(await read(allowed)).toEqual({ by, mayPatch });
});

it('asks for no project where the cluster has none, whatever is allowed', async () => {
  expect(await read(['create projectrequests'], false)).toMatchObject({
    by: 'none',
  });
});

it('leaves it to a cluster that cannot tell', async () => {
  expect(await readNewNamespace({}, 'web', context)).toEqual({
    by: 'namespace',
    mayPatch: true,
  });
});

it('takes a review that failed for no answer', async () => {
  const { projects } = clusterThat([]);
  const may = async () => {
    throw new Error('not now');
  };
  const failing = readNewNamespace(
    { rights: { may }, projects },
    'web',
    context,
  );
  await expect(failing).rejects.toThrow('not now');
});
