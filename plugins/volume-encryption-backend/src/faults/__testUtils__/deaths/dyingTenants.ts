import { clusterName } from '../../../operations/__testUtils__/OperationsUnderTest';
import type { DyingOperation } from './DyingOperation';
import { byAccount, byToken, isNewTenant } from './requests';
import * as writes from './writes';

const { delivery, ending, lookup, mount, rowUpdated } = writes;
const secret = byToken('tenant-secret');
const account = byAccount('tenant-service-account');
const offboard = byToken('tenant-offboard');

/** What gives a tenant its credential. */
export const dyingBeginnings: DyingOperation[] = [
  {
    name: 'tenant-service-account',
    request: account,
    writes: [mount, writes.account, writes.configMap],
  },
  {
    name: 'tenant-secret',
    request: secret,
    writes: [mount, writes.configMap, ...delivery, rowUpdated],
  },
  {
    name: 'tenant-secret, to take the place of one that was lost',
    request: secret,
    after: (namespace, kubernetes) =>
      kubernetes(
        'DELETE',
        `/api/v1/namespaces/${namespace}/secrets/ceph-csi-kms-token`,
      ),
    writes: [lookup, ...delivery, ...ending, rowUpdated],
  },
  {
    name: 'tenant-onboard, with a ServiceAccount',
    isNew: true,
    request: byAccount('tenant-onboard', isNewTenant),
    writes: [
      writes.namespaceWritten,
      mount,
      writes.account,
      writes.configMap,
      writes.namespaceWritten,
    ],
  },
  {
    name: 'tenant-onboard, with a token',
    isNew: true,
    request: byToken('tenant-onboard', isNewTenant),
    writes: [
      writes.namespaceWritten,
      mount,
      writes.configMap,
      ...delivery,
      rowUpdated,
      writes.namespaceWritten,
    ],
  },
];

/** What keeps a credential in force, and what replaces it. */
export const dyingCredentials: DyingOperation[] = [
  {
    name: 'tenant-renew',
    before: namespace => [secret(namespace)],
    request: byToken('tenant-renew'),
    repeats: true,
    writes: [lookup, lookup, writes.renew, rowUpdated],
  },
  {
    name: 'tenant-rotate, with a token',
    before: namespace => [secret(namespace)],
    request: byToken('tenant-rotate'),
    repeats: true,
    writes: [lookup, lookup, ...delivery, ...ending, rowUpdated],
  },
  {
    name: 'tenant-rotate, with a ServiceAccount',
    before: namespace => [account(namespace)],
    request: byAccount('tenant-rotate'),
    repeats: true,
    // Whether the cluster would take it is asked in a dry run first.
    writes: [writes.account, writes.accountDeleted, writes.account],
  },
];

/** What takes a tenant's access, and what destroys its keys. */
export const dyingEnds: DyingOperation[] = [
  {
    name: 'tenant-offboard, with a token',
    before: namespace => [secret(namespace)],
    request: offboard,
    writes: [
      lookup,
      writes.namespaceWritten,
      writes.secretDeleted,
      writes.configMapDeleted,
      lookup,
      ...ending,
    ],
  },
  {
    name: 'tenant-offboard, with a ServiceAccount',
    before: namespace => [account(namespace)],
    request: byAccount('tenant-offboard'),
    writes: [
      writes.namespaceWritten,
      writes.accountDeleted,
      writes.configMapDeleted,
    ],
  },
  {
    name: 'tenant-shred',
    before: namespace => [secret(namespace), offboard(namespace)],
    request: namespace =>
      byToken('tenant-shred', { confirm: `${clusterName}.${namespace}` })(
        namespace,
      ),
    // One: several at a time have no order.
    keys: ['folder/key'],
    writes: [
      writes.receiptUpdated,
      writes.receiptInserted,
      writes.receiptUpdated,
      writes.keyDestroyed('folder/key'),
      writes.receiptUpdated,
      writes.receiptUpdated,
      writes.mountRemoved,
      writes.receiptUpdated,
    ],
  },
];
