import type {
  Manifest,
  ObjectKind,
  ObjectOfKind,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { Findings } from '../network/__testUtils__/Findings';
import { Mangler } from '../network/__testUtils__/Mangler';
import type { Answering } from '../network/__testUtils__/startServer';
import {
  clusterAt,
  FaultyServers,
  isWatch,
} from './__testUtils__/FaultyServers';
import { refusalStatus, wholeObject } from './__testUtils__/wholeObject';
import { resourceOf } from './resources';

// Thousands of calls, and the client is loaded.
jest.setTimeout(300_000);

const ROUNDS = 40;

const kinds: ObjectKind[] = [
  'PersistentVolumeClaim',
  'PersistentVolume',
  'StorageClass',
  'Pod',
  'Event',
  'Namespace',
  'ConfigMap',
  'ServiceAccount',
  'Secret',
];

/** A watch, whose lines are spoilt one by one, and everything else. */
function spoiltBy(mangler: Mangler, kind: ObjectKind): Answering {
  const told = kind === 'Secret' ? 'PartialObjectMetadata' : kind;
  const object = { ...wholeObject, kind: told };
  const metadata = { resourceVersion: '7', continue: '' };
  const list = { kind: `${told}List`, metadata, items: [object, object] };
  const bad = refusalStatus;
  return (request, response) => {
    if (isWatch(request)) {
      for (const type of ['ADDED', 'BOOKMARK', 'DELETED', 'ERROR']) {
        const about = type === 'ERROR' ? bad : object;
        response.write(mangler.bytes({ type, object: about }));
        response.write('\n');
      }
      response.end();
    } else {
      const single = /\/b(\?|$)/.test(request.path);
      mangler.answer(response, { good: single ? object : list, bad });
    }
  };
}

const isObject = (kind: ObjectKind) => (object?: ObjectOfKind<ObjectKind>) =>
  object === undefined ||
  (object.kind === kind && typeof object.meta.name === 'string');

async function askAll(
  { reader, writer }: Cluster,
  kind: ObjectKind,
  findings: Findings,
): Promise<void> {
  const { namespaced, apiVersion } = resourceOf(kind);
  const namespace = namespaced ? 'a' : undefined;
  const ref = { namespace, name: 'b' };
  const manifest: Manifest = { apiVersion, kind, metadata: ref };
  const target = { kind, ...ref, uid: 'u' };
  const isRight = isObject(kind);
  await findings.call(
    `list ${kind}`,
    () => reader.list(kind, {}),
    found => found.every(isRight),
  );
  await findings.call(`get ${kind}`, () => reader.get(kind, ref), isRight);
  for (const dryRun of [true, false]) {
    await findings.call(
      `apply ${kind}`,
      () => writer.apply(manifest, { dryRun }),
      done => ['created', 'updated', 'unchanged'].includes(done),
    );
  }
  await findings.call(
    `delete ${kind}`,
    () => writer.delete(target, {}),
    done => ['deleted', 'terminating', 'absent'].includes(done),
  );
  await findings.call(
    `watch ${kind}`,
    () => follow(reader, kind),
    errors => {
      errors.forEach(error => findings.refused(`watch ${kind}`, error));
      return true;
    },
  );
}

/** The failures among the first events of a watch, which must go on. */
async function follow(reader: Cluster['reader'], kind: ObjectKind) {
  const stop = new AbortController();
  const failures: unknown[] = [];
  let events = 0;
  const { signal } = stop;
  for await (const event of reader.watch(kind, { signal })) {
    if (event.type === 'failed') failures.push(event.error);
    if (++events === 12) stop.abort();
  }
  return failures;
}

describe('an API server whose answers are spoilt at random', () => {
  const faulty = new FaultyServers();
  afterEach(() => faulty.stop());

  it.each(kinds)('gives values or errors of ours: %s', async kind => {
    const findings = new Findings();
    const mangler = new Mangler(kinds.indexOf(kind));
    const server = await faulty.start(spoiltBy(mangler, kind));
    const timing = { firstDelayMs: 1, longestDelayMs: 1 };
    const cluster = clusterAt(server, { timeoutMs: 500, timing });
    for (let round = 0; round < ROUNDS; round++) {
      await askAll(cluster, kind, findings);
    }
    expect(findings.wrong).toEqual([]);
    expect(findings.ends.values).toBeGreaterThan(ROUNDS);
    expect(findings.ends.errors).toBeGreaterThan(ROUNDS);
  });
});
