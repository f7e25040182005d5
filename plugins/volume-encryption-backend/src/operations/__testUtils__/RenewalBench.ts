import { mockServices } from '@backstage/backend-test-utils';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { TokenRenewals } from '../../custody/renewal/TokenRenewals';
import { Systems } from '../../systems';
import { at, textOf } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { kmsOf, workbench, type Workbench } from './Workbench';

const DAY = 24 * 60 * 60 * 1000;

/** A tenant with a token, and the renewals of tokens at moments of one's own. */
export interface RenewalBench extends Workbench {
  /** Audit events, with the message where one failed. */
  audited: { actionType: unknown; meta: unknown; outcome: string }[];
  /** Gave a tenant a new token in the place of one that is not renewed. */
  reissued: string[];
  /** Renewals as they are so many days from now, also for the KMS. */
  renewals(days: number, given?: { kms?: Kms }): TokenRenewals;
  /** When the token ends, as Vault tells its administrator. */
  endOf(accessor: string | undefined): Promise<string>;
  onboard(): Promise<void>;
  rotate(): Promise<void>;
  /** The outcomes of its steps. */
  renew(): Promise<string[]>;
}

/** Nothing is there of the tenant before it is onboarded. */
export async function renewalBench(
  under: OperationsUnderTest,
  options: { tokenWrapTtl?: number } = {},
): Promise<RenewalBench> {
  const bench = await workbench(under, options);
  const { cluster, credentials, namespace, vault } = bench;
  const audited: RenewalBench['audited'] = [];
  const reissued: string[] = [];
  const place = { cluster: clusterName, namespace, kmsId: 'vault-tokens' };
  const requestedBy = 'user:default/ada';
  const rotate = async () => {
    await bench
      .service()
      .run({ operation: 'tenant-rotate', ...place }, { requestedBy });
  };
  return {
    ...bench,
    audited,
    reissued,
    rotate,
    renew: async () => {
      const request = { operation: 'tenant-renew' as const, ...place };
      const { steps } = await bench.service().run(request, { requestedBy });
      return steps.map(({ outcome }) => outcome);
    },
    renewals: (days, given = {}) => {
      const now = () => new Date(Date.now() + days * DAY);
      const kms = given.kms ?? kmsOf(under, { now });
      return new TokenRenewals({
        systems: new Systems({ clusters: [cluster], kms: [kms] }),
        credentials,
        auditor: auditorTo(audited),
        logger: bench.logger,
        now,
        reissue: async ({ tenantId }) => {
          await rotate();
          reissued.push(tenantId);
        },
      });
    },
    endOf: async accessor => {
      const path = '/v1/auth/token/lookup-accessor';
      const token = await vault('POST', path, { accessor });
      return textOf(at(token, 'data', 'expire_time'));
    },
    onboard: async () => {
      const owner = 'payments';
      await bench.service().run(
        {
          operation: 'tenant-onboard',
          ...place,
          owner,
          createNamespace: false,
        },
        { requestedBy },
      );
    },
  };
}

function auditorTo(audited: RenewalBench['audited']) {
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockImplementation(async ({ meta }) => {
    const { actionType, ...rest } = meta ?? {};
    const event = { actionType, meta: rest };
    return {
      success: async () => {
        audited.push({ ...event, outcome: 'success' });
      },
      fail: async ({ error }: { error: Error }) => {
        audited.push({ ...event, outcome: error.message });
      },
    };
  });
  return auditor;
}
