import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { kubernetesApi, valueAt, vaultApi, type Testbed } from 'testbed';
import { keysIn, tenantMounts } from './tenantKeys';
import type { TestbedPortal } from './testbedPortal';

const SECRETS = '/api/v1/secrets?fieldSelector=metadata.name%3D';
const TOKEN_SECRETS = ['ceph-csi-kms-token', 'ceph-csi-kms-token-wrapped'];

/**
 * Tenants' tokens and passphrases, as they come and go, and the portal's own
 * tokens: to be found nowhere that the portal writes or answers.
 */
export class SecretSearch {
  readonly passphrases = new Set<string>();
  readonly tokens = new Set<string>();
  readonly #received: string[] = [];

  constructor(
    private readonly testbed: Testbed,
    private readonly portal: TestbedPortal,
  ) {}

  /** Keeps what the backend answers to a page from now on. */
  listenTo(page: Page): void {
    page.on('response', async response => {
      if (!response.url().startsWith(this.portal.backendUrl)) return;
      this.#received.push(await response.text().catch(() => ''));
    });
  }

  /** Takes note of the secrets of now, as root of Vault and cluster. */
  async collect(): Promise<void> {
    const { vaultAddr, rootToken, kubernetes } = this.testbed;
    const vault = vaultApi(vaultAddr, rootToken);
    for (const mount of await tenantMounts(this.testbed)) {
      for (const key of await keysIn(this.testbed, mount)) {
        const { body } = await vault.send({
          method: 'GET',
          path: `/v1/${mount}/data/${key}`,
        });
        textsIn(valueAt(body, ['data', 'data'])).forEach(it =>
          this.passphrases.add(it),
        );
      }
    }
    for (const name of TOKEN_SECRETS) {
      const { body } = await kubernetesApi(kubernetes).demand({
        method: 'GET',
        path: `${SECRETS}${name}`,
      });
      for (const secret of [valueAt(body, ['items']) ?? []].flat()) {
        textsIn(valueAt(secret, ['data'])).forEach(it =>
          this.tokens.add(Buffer.from(it, 'base64').toString()),
        );
      }
    }
  }

  /** Everything that the portal wrote or answered, by what it is. */
  async sinks(page: Page): Promise<Record<string, string>> {
    const { runFolder, output } = this.portal;
    return {
      responses: this.#received.join('\n'),
      backendLog: readFileSync(path.join(runFolder, 'backend.log'), 'utf8'),
      output: output(),
      page: await page.content(),
      databases: readDatabases(path.join(runFolder, 'database')),
    };
  }

  /** Which sinks have a secret, in plain text or as a Secret has it. */
  async leaks(page: Page): Promise<string[]> {
    const secrets = [
      ...this.passphrases,
      ...this.tokens,
      ...this.portal.secrets,
    ].flatMap(it => [it, Buffer.from(it).toString('base64')]);
    return Object.entries(await this.sinks(page))
      .filter(([, text]) => secrets.some(secret => text.includes(secret)))
      .map(([sink]) => sink);
  }
}

/** All texts of a value; Ceph CSI has a second `data` around a passphrase. */
function textsIn(value: unknown): string[] {
  return typeof value === 'string'
    ? [value]
    : Object.values(Object(value)).flatMap(textsIn);
}

// The plugin's own and the scaffolder's, task records included.
function readDatabases(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) =>
      readFileSync(path.join(parentPath, name), 'latin1'),
    )
    .join('\n');
}
