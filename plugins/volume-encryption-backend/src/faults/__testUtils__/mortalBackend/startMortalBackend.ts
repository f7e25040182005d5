import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'sandbox';
import type { Program } from './buildMortalBackend';
import type { Birth, Moment, Order, Report } from './Moment';

/**
 * The plugin in a backend that is a process of its own and dies when it is told
 * to, as by `kill -9`. Start another with the same options to go on.
 */
export interface MortalBackend {
  /** A call to the plugin, such as `POST /operations`; rejects when it dies. */
  call: ReturnType<typeof connect>;
  /** It dies at this moment, counted from now on. */
  dieAt(moment: Moment): Promise<void>;
  /**
   * What it wrote since this was asked last, or since it was told to die:
   * requests and statements in their order, such as `PATCH /api/v1/…`.
   */
  writes(): Promise<string[]>;
  /** Resolves when the process is gone, to the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>;
  stop(): Promise<void>;
}

/**
 * Starts the plugin as it is, on Backstage's own services and a SQLite file; the
 * catalog and the user who calls are played. He may do everything.
 */
export async function startMortalBackend(
  { file, compileCache: NODE_COMPILE_CACHE }: Program,
  birth: Birth,
): Promise<MortalBackend> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = sayingsOf(child);
  const ended = once(child, 'exit').then(([, signal]) => signal);
  const order = async (given: Order): Promise<Report> => {
    const failed = ended.then(() => {
      throw new Error(`The backend ended.\n${said.join('')}`);
    });
    const answer = once(child, 'message');
    child.send(given);
    const [report] = await Promise.race([answer, failed]);
    return report;
  };
  const { port } = await order({ kind: 'start', birth });
  const url = `http://127.0.0.1:${port}/api/volume-encryption`;
  const call = connect({ url, headers: {} });
  return {
    call,
    ended,
    dieAt: async at => {
      await order({ kind: 'die', at });
    },
    writes: async () => (await order({ kind: 'tell' })).writes,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What the process says, to be shown when it ends without having been told to. */
function sayingsOf(child: ChildProcess): string[] {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', text => said.push(text));
  }
  return said;
}
