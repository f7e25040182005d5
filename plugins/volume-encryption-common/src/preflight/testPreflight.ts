import { NOW, seen, testKms, testTenant } from '../assessment/testFacts';
import { ANNOTATION_OWNER } from '../contract/annotations';
import type { ClaimRequest } from '../contract/api';
import type { LimitRange, ResourceQuota } from '../kubernetes/claimLimits';
import {
  testClass,
  testConnections,
  testMeta,
} from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { preflight } from './preflight';
import type { PreflightFacts } from './preflightFacts';

export const denied = unknown('denied', 'RBAC forbids it.');

const SECRETS = Object.fromEntries(
  ['provisioner', 'node-stage'].flatMap(use => [
    [`csi.storage.k8s.io/${use}-secret-name`, 'rook-csi'],
    [`csi.storage.k8s.io/${use}-secret-namespace`, 'rook-ceph'],
  ]),
);

/** The class `encrypted`, with the Secrets that Ceph CSI needs. */
export function completeClass(...given: Parameters<typeof testClass>) {
  const [parameters = {}, changes] = given;
  return testClass({ ...SECRETS, ...parameters }, changes);
}

/** A quota `storage` that was counted. */
export function quota(
  hard: Record<string, string>,
  used: Record<string, string>,
  isScoped = false,
): ResourceQuota {
  const meta = testMeta({ name: 'storage' });
  return { kind: 'ResourceQuota', meta, hard, used, isScoped };
}

export function limits(...claims: LimitRange['claims']): LimitRange {
  return { kind: 'LimitRange', meta: testMeta({ name: 'sizes' }), claims };
}

/** Of 10Gi for the component `orders`. */
export function claimRequest(
  changes: Partial<ClaimRequest> = {},
): ClaimRequest {
  return {
    operation: 'claim',
    entityRef: 'component:default/orders',
    cluster: 'prod',
    namespace: 'payments',
    name: 'data',
    storageClass: 'encrypted',
    size: '10Gi',
    accessMode: 'ReadWriteOnce',
    volumeMode: 'Filesystem',
    ...changes,
  };
}

/** All is well, and nothing of it made yet. */
export function preflightFacts(
  changes: Partial<PreflightFacts> = {},
): PreflightFacts {
  const owner = 'group:default/payments';
  return {
    now: NOW,
    request: claimRequest(),
    kubernetesId: 'orders',
    owners: [owner],
    namespace: seen({
      kind: 'Namespace',
      meta: testMeta({
        name: 'payments',
        annotations: { [ANNOTATION_OWNER]: owner },
      }),
    }),
    existing: seen(undefined),
    storageClass: seen(completeClass()),
    driverInstalled: seen(true),
    driverNodes: seen(3),
    quotas: seen([]),
    limitRanges: seen([]),
    connections: seen(testConnections()),
    tenant: testTenant(),
    kms: seen(testKms()),
    keyMount: seen({ type: 'kv', version: '2' }),
    ...changes,
  };
}

/** The checks about one thing. */
export function checksOf(about: string, changes: Partial<PreflightFacts> = {}) {
  const { checks } = preflight(preflightFacts(changes));
  return checks.filter(it => it.about === about);
}

/** Outcome, who can mend it and the diagnosis of each check about one thing. */
export function inShort(
  about: string,
  changes: Partial<PreflightFacts> = {},
): string {
  return checksOf(about, changes)
    .map(({ outcome, owner, diagnosis }) =>
      [outcome, owner, diagnosis].filter(Boolean).join(' '),
    )
    .join(', ');
}
