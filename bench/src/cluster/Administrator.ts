import { readFileSync } from 'node:fs';
import type { ServerAccess } from 'testbed';
import { HttpClient } from '../load/HttpClient';

/** The servers as their administrator, over connections that are kept. */
export class Administrator {
  readonly kubernetes: HttpClient;
  readonly vault: HttpClient;

  constructor({ kubernetes, vaultAddr, rootToken }: ServerAccess) {
    this.kubernetes = new HttpClient({
      url: kubernetes.url,
      headers: { authorization: `Bearer ${kubernetes.adminToken}` },
      ca: readFileSync(kubernetes.caFile, 'utf8'),
    });
    this.vault = new HttpClient({
      url: vaultAddr,
      headers: { 'x-vault-token': rootToken },
    });
  }

  close(): void {
    this.kubernetes.close();
    this.vault.close();
  }
}
