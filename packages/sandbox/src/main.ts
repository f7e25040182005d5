import { parseArgs } from 'node:util';
import { startSandbox } from './startSandbox';

const text = { type: 'string', default: '0' } as const;
const options = { 'kubernetes-port': text, 'vault-port': text };
const seed = { type: 'boolean' } as const;
const { values } = parseArgs({ options: { ...options, seed } });
const [kubernetes, vault] = Object.keys(options).map(it =>
  Number(Object(values)[it]),
);

/** Runs a sandbox until it is ended; prints one line of JSON that says how to use it. */
startSandbox({ ports: { kubernetes, vault }, seed: values.seed })
  .then(({ stop, ...sandbox }) => {
    process.stdout.write(`${JSON.stringify(sandbox)}\n`);
    const end = () => stop().then(() => process.exit());
    process.once('SIGINT', end).once('SIGTERM', end);
  })
  .catch(error => {
    process.stderr.write(`The sandbox did not start: ${error.message}\n`);
    process.exitCode = 1;
  });
