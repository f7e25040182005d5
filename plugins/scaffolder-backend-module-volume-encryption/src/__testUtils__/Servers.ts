import { readFileSync } from 'node:fs';
import { connect } from 'sandbox';

/** A cluster with Ceph CSI, or who plays it, and a Vault. */
export interface Servers {
  /** The cluster's name in tenant ids. */
  cluster: string;
  kubernetes: {
    url: string;
    caFile?: string;
    adminToken: string;
    portalToken: string;
  };
  vault: {
    url: string;
    rootToken: string;
    portalToken: string;
    custodianToken: string;
  };
}

/** The portal's configuration of them. */
export function configOf({ cluster, kubernetes, vault }: Servers) {
  const { url, caFile, portalToken } = kubernetes;
  const auth = { token: vault.portalToken };
  const custodian = { auth: { token: vault.custodianToken } };
  return {
    clusters: [{ name: cluster, url, caFile, token: portalToken }],
    kms: [{ name: 'vault', address: vault.url, auth, custodian }],
  };
}

type Call = ReturnType<typeof connect>;

/** Calls the API server as its administrator. */
export function callKubernetes({ kubernetes }: Servers): Call {
  const { url, caFile, adminToken } = kubernetes;
  const ca = caFile && readFileSync(caFile, 'utf8');
  return connect({
    url,
    ca,
    headers: { authorization: `Bearer ${adminToken}` },
  });
}

/** Calls Vault as root. */
export function callVault({ vault }: Servers): Call {
  const headers = { 'x-vault-token': vault.rootToken };
  return connect({ url: vault.url, headers });
}
