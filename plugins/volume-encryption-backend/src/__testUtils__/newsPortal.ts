import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { volumeEncryptionPlugin } from '../plugin';
import { componentOf, startPortal } from './startPortal';

/** A notification as its reader gets it. */
export interface Told {
  payload: { title: string; description: string; link: string; topic: string };
  updated?: string;
}

function groupOf(name: string, member: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: [{ type: 'hasMember', targetRef: `user:default/${member}` }],
  };
}

const userOf = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: {},
});

/**
 * A portal with the notifications plugin, where ada is of payments and pia of the
 * platform team. Its tasks run when a test says so.
 */
export async function startNewsPortal(config: object, database: object) {
  const portal = await startPortal({
    plugin: volumeEncryptionPlugin,
    config: { ...config, history: { platformTeam: 'group:default/platform' } },
    database,
    entities: [
      componentOf('ledger', 'payments'),
      componentOf('policies', 'insurance'),
      ...[groupOf('payments', 'ada'), userOf('ada')],
      ...[groupOf('insurance', 'ivo'), userOf('ivo')],
      ...[groupOf('platform', 'pia'), userOf('pia')],
    ],
    features: [notificationsPlugin],
  });
  /** Looks so often, as the scheduler would every minute. */
  const look = async (times: number) => {
    for (let left = times; left > 0; left--) {
      await portal.runTask('look-at-keys');
      await portal.runTask('record-changes');
    }
  };
  const toldTo = async (user: string): Promise<Told[]> => {
    const { body } = await portal.getOf('notifications', '', {
      ...{ authorization: mockCredentials.user.header(`user:default/${user}`) },
    });
    return body.notifications;
  };
  return { ...portal, look, toldTo };
}
