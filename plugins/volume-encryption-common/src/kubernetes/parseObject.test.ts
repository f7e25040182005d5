import type { ObjectKind } from './objects';
import { parseObject } from './parseObject';

const metadata = {
  name: 'data',
  namespace: 'payments',
  uid: 'u-1',
  resourceVersion: '42',
  creationTimestamp: '2026-03-01T10:00:00Z',
  labels: { app: 'web' },
  annotations: { 'volume-encryption.backstage.io/owner': 'x', note: 'y' },
};

const meta = {
  name: 'data',
  namespace: 'payments',
  uid: 'u-1',
  resourceVersion: '42',
  createdAt: '2026-03-01T10:00:00.000Z',
  labels: { app: 'web' },
  annotations: { 'volume-encryption.backstage.io/owner': 'x' },
  deletedAt: undefined,
  owners: [],
};

describe('metadata', () => {
  it('is read alike from text and from the client with its Dates', () => {
    const creationTimestamp = new Date('2026-03-01T10:00:00Z');
    const fromClient = { metadata: { ...metadata, creationTimestamp } };
    expect(parseObject('Namespace', fromClient)).toEqual({
      kind: 'Namespace',
      meta,
    });
    expect(parseObject('Namespace', { metadata })).toEqual({
      kind: 'Namespace',
      meta,
    });
  });

  it('keeps owners and the time of deletion', () => {
    const owner = { kind: 'StatefulSet', name: 'db', uid: 'u-2' };
    const { meta: read } = parseObject('ServiceAccount', {
      metadata: {
        ...metadata,
        deletionTimestamp: '2026-03-02T00:00:00Z',
        ownerReferences: [
          { ...owner, apiVersion: 'apps/v1', controller: true },
        ],
      },
    });
    expect(read.owners).toEqual([owner]);
    expect(read.deletedAt).toBe('2026-03-02T00:00:00.000Z');
  });

  it.each<[string, Record<string, unknown>]>([
    ['metadata.name', { name: undefined }],
    ['metadata.name', { name: '' }],
    ['metadata.name', { name: 7 }],
    ['metadata.creationTimestamp', { creationTimestamp: undefined }],
    ['metadata.creationTimestamp', { creationTimestamp: 'soon' }],
    [
      'metadata.ownerReferences[0].uid',
      { ownerReferences: [{ kind: 'A', name: 'a' }] },
    ],
  ])('names %s when it is wrong', (field, change) => {
    const raw = { metadata: { ...metadata, ...change } };
    expect(() => parseObject('ConfigMap', raw)).toThrow(
      expect.objectContaining({ code: 'invalid-input', field }),
    );
  });
});

describe('a Secret', () => {
  const CANARY = 'aHVudGVyMg==';
  it('passes as metadata only, also where kubectl copied its data', () => {
    const applied = JSON.stringify({ data: { token: CANARY } });
    const secret = parseObject('Secret', {
      metadata: {
        ...metadata,
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': applied,
          'volume-encryption.backstage.io/owner': 'x',
        },
        managedFields: [{ fieldsV1: CANARY }],
      },
      data: { token: CANARY },
      stringData: { token: CANARY },
    });
    expect(secret).toEqual({ kind: 'Secret', meta, writers: [] });
    expect(JSON.stringify(secret)).not.toContain(CANARY);
  });
});

it('reads a ConfigMap', () => {
  const raw = { metadata, data: { a: '1', b: 2 }, binaryData: { c: 'AA==' } };
  expect(parseObject('ConfigMap', raw)).toEqual({
    kind: 'ConfigMap',
    meta,
    data: { a: '1' },
  });
  expect(parseObject('ConfigMap', { metadata }).data).toEqual({});
});

it.each<[ObjectKind, string]>([
  ['PersistentVolumeClaim', 'spec.resources.requests.storage'],
  ['StorageClass', 'provisioner'],
])('a %s needs its %s', (kind, field) => {
  expect(() => parseObject(kind, { metadata })).toThrow(
    expect.objectContaining({ code: 'invalid-input', field }),
  );
});

it('refuses what is no object', () => {
  expect(() => parseObject('Pod', undefined)).toThrow(
    expect.objectContaining({ code: 'invalid-input', field: 'Pod' }),
  );
});
