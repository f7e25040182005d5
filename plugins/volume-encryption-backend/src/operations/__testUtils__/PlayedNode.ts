import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Body, Call } from './administrator';
import { at, textOf } from './json';

/**
 * A node whose kubelet and scheduler a test plays, on servers that have neither: the
 * command of a pod is run on this machine.
 */
export class PlayedNode {
  readonly #kubernetes: Call;
  readonly #name = 'played-node';

  constructor(kubernetes: Call) {
    this.#kubernetes = kubernetes;
  }

  async join(): Promise<void> {
    const node = '/api/v1/nodes';
    const name = this.#name;
    await this.#kubernetes('POST', node, { metadata: { name } });
    const status = { conditions: [{ type: 'Ready', status: 'True' }] };
    await this.#kubernetes('PATCH', `${node}/${name}/status`, { status });
  }

  async leave(): Promise<void> {
    await this.#kubernetes('DELETE', `/api/v1/nodes/${this.#name}`);
  }

  /** Puts the next pod of the namespace here, runs it and reports how it ended. */
  async run(namespace: string): Promise<void> {
    const pods = `/api/v1/namespaces/${namespace}/pods`;
    const pod = await this.#nextPod(pods);
    const podName = textOf(at(pod, 'metadata', 'name'));
    const place = `${pods}/${podName}`;
    await this.#kubernetes('POST', `${place}/binding`, {
      metadata: { name: podName },
      target: { kind: 'Node', name: this.#name },
    });
    const [container] = listOf(at(pod, 'spec', 'containers'));
    const { exitCode, message } = await carryOut(container);
    const now = new Date().toISOString();
    const terminated = { exitCode, message, startedAt: now, finishedAt: now };
    await this.#kubernetes('PATCH', `${place}/status`, {
      status: {
        phase: exitCode === 0 ? 'Succeeded' : 'Failed',
        containerStatuses: [
          {
            name: textOf(at(container, 'name')),
            ...{ image: 'played', imageID: 'played' },
            ...{ ready: false, restartCount: 0, state: { terminated } },
          },
        ],
      },
    });
  }

  async #nextPod(pods: string): Promise<Body> {
    for (;;) {
      const found = listOf(at(await this.#kubernetes('GET', pods), 'items'));
      const pending = found.find(it => !at(it, 'spec', 'nodeName'));
      if (pending) return pending;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

/** With a folder of its own for the volume and the last words. */
async function carryOut(container: Body) {
  const folder = await mkdtemp(path.join(tmpdir(), 'played-pod-'));
  const lastWords = path.join(folder, 'last-words');
  const [, , script] = listOf(at(container, 'command'));
  const here = textOf(script)
    .replaceAll('/dev/termination-log', lastWords)
    .replaceAll('/volume', folder);
  const env = listOf(at(container, 'env')).map(entry => [
    textOf(at(entry, 'name')),
    textOf(at(entry, 'value')),
  ]);
  const exitCode = await exitCodeOf(here, {
    PATH: process.env.PATH,
    ...Object.fromEntries(env),
  });
  const message = await readFile(lastWords, 'utf8').catch(() => '');
  await rm(folder, { recursive: true });
  return { exitCode, message };
}

function exitCodeOf(script: string, env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise(resolve => {
    const child = execFile('sh', ['-c', script], { env }, () =>
      resolve(child.exitCode ?? 1),
    );
  });
}

function listOf(body: Body): Body[] {
  return Array.isArray(body) ? body : [];
}
