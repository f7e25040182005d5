import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';

/** What the figures were taken on, as a line of Markdown. */
export async function machine(): Promise<string> {
  const processors = cpus();
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  return [
    new Date().toISOString().slice(0, 10),
    `${processors.length} cores (${processors[0]?.model.trim()})`,
    `${gigabytes} GiB`,
    `Node ${process.versions.node}`,
    ...serverVersions(),
  ].join(', ');
}

// This package is always run from its source.
// eslint-disable-next-line no-restricted-syntax
const modules = path.join(__dirname, '../../../testbed/modules');

/** The testbed's servers, as their modules are pinned. */
function serverVersions(): string[] {
  const servers = {
    etcd: 'go.etcd.io/etcd/server/v3',
    kubernetes: 'k8s.io/kubernetes',
    vault: 'github.com/hashicorp/vault',
  };
  return Object.entries(servers).map(([folder, module]) => {
    const text = readFileSync(path.join(modules, folder, 'go.mod'), 'utf8');
    const [, version] = new RegExp(`${module} (v\\S+)`).exec(text) ?? [];
    return `${folder} ${version}`;
  });
}
