import {
  consentedOwner,
  projectOf,
  inspectTenant,
  tenantMountPath,
  valueOf,
  type InspectedKms,
  type InspectedTenant,
  type Observed,
  type TenantInspection,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { KeyInventory } from '../keyInventory/KeyInventory';
import type { KmsFacts } from '../status';
import { connectionsOf } from '../status/connectionsOf';
import type { Systems } from '../systems';
import type { ClusterSnapshot } from '../volumeIndex';
import type { AccountCredential } from './accountCredential';
import { encryptedVolumes } from './encryptedVolumes';
import type { FoundTenant } from './findTenants';
import { foundToken } from './foundCredential';
import { inspectAccount } from './inspectAccount';
import { inspectCluster, type InspectedInCluster } from './inspectCluster';
import { inspectKms, type InspectedInKms } from './inspectKms';
import { sourceProblems } from './sourceProblems';
import {
  DEFAULT_NAMES,
  fittingConnections,
  tenantConnections,
  type TenantConnection,
} from './tenantConnections';
import {
  keyPage,
  unmatchedKeys,
  volumesKnown,
  type JudgedKeys,
  type KeyPage,
} from './tenantKeys';
import { tenantSummary } from './tenantSummary';
import { withTokenIn, worstToken } from './tokensInUse';

/** A tenant and its surroundings, of which a page of keys is asked for. */
export interface Inspection {
  tenant: FoundTenant;
  /** Other credentials of the same namespace. */
  others: readonly FoundTenant[];
  snapshot: ClusterSnapshot;
  systems: Systems;
  kmsFacts: KmsFacts;
  keyInventory: Pick<KeyInventory, 'ofMount'>;
  now: Date;
  page: { limit: number; offset: number };
}

/** Asks cluster and KMS. Whatever of them fails is a problem of the answer. */
export async function inspectFound(
  asked: Inspection,
): Promise<TenantInspection> {
  const { snapshot, systems, now } = asked;
  const at = now.toISOString();
  const connections = tenantConnections(snapshot, systems);
  const names = namesOf(fittingConnections(asked.tenant, connections));
  const tenant = withTokenIn(names.tokenSecret, asked.tenant);
  const inspection = { ...asked, tenant };
  const cluster = systems.cluster(tenant.cluster);
  const kms = kmsOf(tenant, systems);
  const [inCluster, inKms] = await Promise.all([
    inspectCluster(tenant, { cluster, names, at }),
    inspectKms(tenant, { kms, at }),
  ]);
  const volumes = volumesKnown(snapshot);
  const judged = await judgedKeys(kms, inspection, inKms);
  const found = { connections, names, kms, volumes, judged, inCluster, inKms };
  const [credential, keys] = await Promise.all([
    credentialOf(inspection, found),
    pageOf(inspection, found),
  ]);
  return answerOf(inspection, { ...found, credential }, keys);
}

async function credentialOf(
  inspection: Inspection,
  found: Found,
): Promise<AccountCredential> {
  const { tenant, now } = inspection;
  const { inCluster, inKms } = found;
  if (tenant.custody !== 'vaulttokens')
    return inspectAccount(inspection, found);
  const its = foundToken(tenant, { inCluster, token: inKms.token, now });
  return { view: worstToken(tenant, now, its) };
}

interface Found {
  connections: readonly TenantConnection[];
  names: InspectedTenant['names'];
  kms: Kms | undefined;
  volumes: Observed<boolean>;
  judged: JudgedKeys;
  inCluster: InspectedInCluster;
  inKms: InspectedInKms;
}

interface Judged extends Found {
  credential: AccountCredential;
}

/** Where no connection fits, the names that Ceph CSI has for its own. */
function namesOf(fitting: readonly TenantConnection[]): Found['names'] {
  return fitting.at(0)?.names ?? DEFAULT_NAMES;
}

function kmsOf({ kms }: FoundTenant, systems: Systems): Kms | undefined {
  try {
    return kms === undefined ? undefined : systems.kms(kms);
  } catch {
    return undefined;
  }
}

async function judgedKeys(
  kms: Kms | undefined,
  { tenant, keyInventory, now }: Inspection,
  { names }: InspectedInKms,
): Promise<JudgedKeys> {
  if (!kms || names.status === 'unknown') return new Map();
  const mount = tenantMountPath(kms.mountPrefix, tenant.tenantId);
  const at = now.toISOString();
  return keyInventory.ofMount(kms.name, mount, { names: names.value, at });
}

async function pageOf(
  { tenant, now, page }: Inspection,
  { kms, judged, inKms }: Found,
): Promise<KeyPage> {
  const names = valueOf(inKms.names) ?? [];
  if (!kms) return { keys: { total: 0, ...page, items: [] }, facts: [] };
  const mount = tenantMountPath(kms.mountPrefix, tenant.tenantId);
  const at = now.toISOString();
  return keyPage(names, page, { kms, mount, judged, at });
}

function answerOf(
  inspection: Inspection,
  found: Judged,
  { keys, facts }: KeyPage,
): TenantInspection {
  const { tenant, snapshot, now } = inspection;
  const { connections, credential, inCluster, inKms } = found;
  const inspected = inspectedTenant(inspection, found);
  const namespace = valueOf(inCluster.namespaceObject);
  const { mount, mountConfig, token, names } = inKms;
  const { namespaceObject, configMap, serviceAccount, secret } = inCluster;
  const clusterFacts = [namespaceObject, configMap, serviceAccount, secret];
  return {
    tenant: {
      ...tenantSummary(tenant, credential.view, { snapshot, connections }),
      owner: namespace && consentedOwner(namespace),
      ownerKnown: inCluster.namespaceObject.status === 'observed',
      project: namespace && projectOf(namespace),
    },
    drift: inspectTenant(inspected),
    identity: identityOf(token),
    mount: inspected.kms?.mountPath ?? '',
    keys,
    problems: [
      ...sourceProblems('cluster', tenant.cluster, [
        ...clusterFacts,
        inspected.connections,
        found.volumes,
      ]),
      ...sourceProblems('kms', tenant.kms ?? 'unknown', [
        ...[mount, mountConfig, token, names, credential.role ?? []].flat(),
        ...facts,
      ]),
    ],
    inspectedAt: now.toISOString(),
  };
}

function inspectedTenant(
  { tenant, others, snapshot, now }: Inspection,
  {
    connections,
    names,
    kms,
    volumes,
    judged,
    inCluster,
    inKms,
    credential: { judgement: login },
  }: Judged,
): InspectedTenant {
  const { cluster, namespace, custody, credential } = tenant;
  const fitting = fittingConnections(tenant, connections);
  const kmsIds = fitting.map(({ connection }) => connection.kmsId);
  const encrypted = encryptedVolumes(snapshot).get(namespace) ?? [];
  const ofMount = encrypted.filter(
    ({ kmsId }) => kmsId !== undefined && kmsIds.includes(kmsId),
  );
  return {
    now: now.toISOString(),
    ...{ cluster, namespace, custody, names, kmsIds },
    kms: kms && inspectedKms(kms, tenant),
    connections: connectionsOf(snapshot),
    ...{ ...inCluster, login },
    mount: inKms.mount,
    mountConfig: inKms.mountConfig,
    recorded: credential && {
      id: credential.id,
      expiresAt: credential.expiresAt,
      secretVersion: credential.secretVersion,
      issuedAt: credential.issuedAt,
      lastFailure: credential.lastFailure,
    },
    token: inKms.token,
    others: others.map(it => ({ custody: it.custody, kms: it.kms })),
    keys: unmatchedKeys(inKms.names, { volumes, judged }, ofMount),
  };
}

function inspectedKms(kms: Kms, { tenantId }: FoundTenant): InspectedKms {
  const { tokenPolicy, tokenBoundCidrs: boundCidrs } = kms.custodyNames;
  const mountPath = tenantMountPath(kms.mountPrefix, tenantId);
  return { name: kms.name, mountPath, tokenPolicy, boundCidrs };
}

/** Nothing of it proves the token to anybody; the accessor is not among it. */
function identityOf(
  token: InspectedInKms['token'],
): TenantInspection['identity'] {
  const found = valueOf(token);
  if (!found) return undefined;
  const { entityId, policies, boundCidrs, meta } = found;
  return { entityId: entityId || undefined, policies, boundCidrs, meta };
}
