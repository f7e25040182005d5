import {
  tenantMountPath,
  unknown,
  type InspectedTenant,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import type {
  Kms,
  TokenDescription,
} from 'backstage-plugin-volume-encryption-node';
import type { FoundTenant } from './findTenants';
import { inspectToken } from './inspectToken';
import { observe } from '../status/observe';

/** What a KMS says of a tenant now. */
export interface InspectedInKms {
  mount: InspectedTenant['mount'];
  mountConfig: InspectedTenant['mountConfig'];
  token: Observed<TokenDescription | undefined>;
  /** Names of the keys in the tenant's mount, in order. */
  names: Observed<string[]>;
}

const NO_KMS = unknown(
  'not-configured',
  'Which KMS the tenant is of cannot be told, or it is not configured.',
);

/** Asks the tenant's KMS; each failure costs its own fact. */
export async function inspectKms(
  tenant: FoundTenant,
  { kms, at }: { kms: Kms | undefined; at: string },
): Promise<InspectedInKms> {
  if (!kms) {
    return { mount: NO_KMS, mountConfig: NO_KMS, token: NO_KMS, names: NO_KMS };
  }
  const path = tenantMountPath(kms.mountPrefix, tenant.tenantId);
  const [mount, token] = await Promise.all([
    observe(at, () => kms.readMount(path, {})),
    inspectToken(tenant, { kms, at }),
  ]);
  return { mount, token, ...(await inMount(mount, { kms, path, at })) };
}

async function inMount(
  mount: InspectedTenant['mount'],
  { kms, path, at }: { kms: Kms; path: string; at: string },
): Promise<Pick<InspectedInKms, 'mountConfig' | 'names'>> {
  const none = whyNotIn(mount);
  if (none) return { mountConfig: none, names: none };
  const [mountConfig, names] = await Promise.all([
    observe(at, () => kms.readMountConfig(path, {})),
    observe(at, async () => {
      const keys = await kms.listKeys({ mount: path, folder: '' }, {});
      return [...keys].sort();
    }),
  ]);
  return { mountConfig, names };
}

function whyNotIn(
  mount: InspectedTenant['mount'],
): Observed<never> | undefined {
  if (mount.status === 'unknown') return mount;
  const { value } = mount;
  if (value?.type === 'kv' && value.version === '2') return undefined;
  return unknown('not-applicable', 'There is no mount of KV version 2.');
}
