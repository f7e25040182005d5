import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../location/packageFolder';

/** A Go module of ours that pins servers, and how they are built from it. */
export interface ServerModule {
  /** Its folder under `modules/`. */
  name: string;
  /** File name of each binary, and the Go package it is built from. */
  commands: { binary: string; goPackage: string }[];
  ldflags: string;
  /** Told to whoever waits for the first build: minutes on two cores. */
  minutes: number;
}

const etcd: ServerModule = {
  name: 'etcd',
  commands: [{ binary: 'etcd', goPackage: 'go.etcd.io/etcd/server/v3' }],
  ldflags: '-s -w',
  minutes: 1,
};

const KUBERNETES_VERSION = 'k8s.io/component-base/version';

const kubernetes: ServerModule = {
  name: 'kubernetes',
  commands: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'].map(
    binary => ({ binary, goPackage: `k8s.io/kubernetes/cmd/${binary}` }),
  ),
  // Without it the server tells its clients that it is version 0.0.
  ldflags:
    `-s -w -X ${KUBERNETES_VERSION}.gitVersion=v1.37.2` +
    ` -X ${KUBERNETES_VERSION}.gitMajor=1` +
    ` -X ${KUBERNETES_VERSION}.gitMinor=37`,
  minutes: 7,
};

const vault: ServerModule = {
  name: 'vault',
  commands: [{ binary: 'vault', goPackage: 'github.com/hashicorp/vault' }],
  ldflags: '-s -w',
  minutes: 6,
};

export const serverModules = { etcd, kubernetes, vault };

/** The folder with the module's go.mod and go.sum. */
export function moduleFolder(module: ServerModule): string {
  return join(packageFolder, 'modules', module.name);
}

/** The oldest Go that builds every module, from their `go` lines. */
export function minimumGo(): string {
  return Object.values(serverModules)
    .map(module => {
      const goMod = readFileSync(join(moduleFolder(module), 'go.mod'), 'utf8');
      const [, version = '0'] = /^go (\S+)$/m.exec(goMod) ?? [];
      return version;
    })
    .reduce((a, b) => (isOlder(a, b) ? b : a));
}

/** Compares versions like `1.26.8` number by number. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map(text =>
    text.split('.').map(part => parseInt(part, 10)),
  );
  for (const [index, number] of right.entries()) {
    const difference = (left[index] ?? 0) - number;
    if (difference !== 0) return difference < 0;
  }
  return false;
}
