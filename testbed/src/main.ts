import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { playCephCsi } from './playCephCsi';
import { writeKubeconfig } from './servers/kubeconfig';
import { createPortalIdentity } from './setup/createPortalIdentity';
import { setUpTenantCustody } from './setup/setUpTenantCustody';
import { wireKubernetesAuth } from './setup/wireKubernetesAuth';
import { startTestbed } from './startTestbed';
import type { Testbed } from './Testbed';

/** Name of the cluster in the ids of its tenants. */
const CLUSTER = 'testbed';

/** `npm run testbed`: real servers for a person, until Ctrl-C. */
async function main(): Promise<void> {
  const testbed = await startTestbed();
  await wireKubernetesAuth(testbed);
  await setUpTenantCustody(testbed, { cluster: CLUSTER });
  const stopPlaying = await playCephCsi(testbed, CLUSTER);
  process.stdout.write(await instructions(testbed));
  const stop = async () => {
    await stopPlaying();
    await testbed.stop();
    process.exit();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

async function instructions(testbed: Testbed): Promise<string> {
  const portal = await createPortalIdentity(testbed);
  const folder = dirname(testbed.kubernetes.caFile);
  const kubeconfig = writeKubeconfig(
    join(folder, 'portal.kubeconfig'),
    testbed.kubernetes,
    portal.kubernetesToken,
  );
  const tokenFile = writeToken(folder, 'portal.vault-token', portal.vaultToken);
  const rootFile = writeToken(folder, 'root.vault-token', testbed.rootToken);
  return `
The servers run. Point the portal at them, from another terminal:

  npm start -- --cluster-name ${CLUSTER} \\
    --kubeconfig ${kubeconfig} \\
    --vault ${testbed.vaultAddr} \\
    --vault-token-file ${tokenFile}

Look at them as their administrator:

  export KUBECONFIG=${testbed.kubeconfig}
  export VAULT_ADDR=${testbed.vaultAddr} VAULT_TOKEN=$(cat ${rootFile})

Ctrl-C ends them and removes their data.
`;
}

function writeToken(folder: string, name: string, token: string): string {
  const path = join(folder, name);
  writeFileSync(path, token, { mode: 0o600 });
  return path;
}

main().catch(error => {
  process.stderr.write(`testbed: ${error.message}\n`);
  process.exit(1);
});
