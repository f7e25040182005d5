import { prepareServers } from './cluster/prepareServers';
import { startPortal } from './portal/startPortal';
import { componentIn } from './portal/componentIn';
import { fillComponent } from './cluster/fillComponent';
import { firstPage, totalIn, allPages } from './portal/entityVolumes';
import { percentile } from './load/distribution';
import { say } from './report/say';
const N = Number(process.env.N ?? 10000);
(async () => {
  const servers = await prepareServers({ provisioner: false });
  await servers.stopControllers();
  await fillComponent(servers, { name: 'a', volumes: N });
  say('filled');
  const portal = await startPortal({ clusters: [servers.cluster], kms: [servers.kms], components: [componentIn('a')], withKubernetes: false });
  say('portal');
  const { client } = portal.users[0];
  for (let i = 0; i < 100; i++) { if (totalIn(await firstPage(client, 'a')) === N) break; await new Promise(r => setTimeout(r, 100)); }
  say('synced');
  const users = Number(process.env.USERS ?? 1);
  const t: number[] = [];
  await Promise.all(portal.users.slice(0, users).map(async u => { for (let i = 0; i < Number(process.env.REQ ?? 200); i++) { const a = process.env.ALL ? (await allPages(u.client, 'a'))[0] : await firstPage(u.client, 'a'); t.push(a.milliseconds); } }));
  say(`p50 ${percentile(t, .5)} p95 ${percentile(t, .95)}`);
  console.log(await portal.memory());
  await portal.stop(); await servers.stop(); process.exit();
})().catch(e => { console.error(e); process.exit(1); });
