import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import {
  custodyDrift,
  renderCustodySetup,
} from 'backstage-plugin-volume-encryption-common';
import {
  buildServers,
  createPortalIdentity,
  describeOnOwnTestbed,
  kubernetesApi,
} from 'testbed';
import { clusterHolding } from '../inspection/__testUtils__/indexOf';
import { fingerprintsOf } from '../network/fingerprintsOf';
import { createKms } from '../vault/createKms';
import { configFor } from '../vault/__testUtils__/VaultUnderTest';
import { readSetup } from './readSetup';

jest.setTimeout(60_000);

/** What the commands need and the testbed does not bring. */
const hasPrograms =
  spawnSync('jq', ['--version']).status === 0 &&
  spawnSync('kubectl', ['version', '--client']).status === 0;
const itWithPrograms = hasPrograms ? it : it.skip;

describeOnOwnTestbed('the commands of a set-up', testbed => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'custody-setup-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** In a shell in the folder of the files, as an administrator. */
  async function run(command: string): Promise<void> {
    const { kubeconfig, kubernetes, vaultAddr, rootToken } = testbed();
    const { vault } = await buildServers();
    const done = spawnSync('sh', ['-ec', command], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: [vault, process.env.PATH].join(delimiter),
        HOME: folder,
        KUBECONFIG: kubeconfig,
        API_SERVER: kubernetes.url,
        VAULT_ADDR: vaultAddr,
        VAULT_TOKEN: rootToken,
      },
    });
    if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
  }

  itWithPrograms('make it as it is rendered', async () => {
    const { kubernetes, vaultAddr: url, rootToken } = testbed();
    await makeReviewer();
    const kms = createKms(
      configFor({ url, rootToken, portalToken: rootToken }),
    );
    const names = kms.custodyNames;
    const place = { names, cluster: 'prod', clusters: ['prod'] };
    const { files, steps } = renderCustodySetup(kms.name, place);
    for (const { name, content } of files) {
      writeFileSync(join(folder, name), content);
    }
    copyFileSync(kubernetes.caFile, join(folder, 'ca.crt'));
    for (const { command } of steps) await run(command);

    const address = kubernetes.url;
    const authorities = fingerprintsOf(readFileSync(kubernetes.caFile, 'utf8'));
    const of = {
      ...clusterHolding({}),
      apiServer: async () => ({ address, authorities }),
    };
    const found = await readSetup({ kms, of }, place, new Date().toISOString());
    const drift = custodyDrift(place, found);
    // eslint-disable-next-line jest/no-standalone-expect
    expect(drift.filter(it => it.state !== 'as-expected')).toEqual([]);
    // eslint-disable-next-line jest/no-standalone-expect
    expect(found.authConfig).toMatchObject({
      value: { token_reviewer_jwt_set: true },
    });
  });

  /** The namespace and ServiceAccount of deploy/kubernetes. */
  async function makeReviewer(): Promise<void> {
    await createPortalIdentity(testbed());
    await kubernetesApi(testbed().kubernetes).demand({
      method: 'POST',
      path: '/api/v1/namespaces/volume-encryption/serviceaccounts',
      body: { metadata: { name: 'vault-token-reviewer' } },
    });
  }
});
