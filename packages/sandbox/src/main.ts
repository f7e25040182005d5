import { parseArgs } from 'node:util';
import { startSandbox } from './startSandbox';

/** Starts the sandbox until it is told to end; prints one line of JSON that says how to use it. */
async function main() {
  const { values } = parseArgs({
    options: {
      'kubernetes-port': { type: 'string' },
      'vault-port': { type: 'string' },
      seed: { type: 'boolean' },
    },
  });
  const ports = {
    kubernetes: Number(values['kubernetes-port'] ?? 0),
    vault: Number(values['vault-port'] ?? 0),
  };
  const { seed } = values;
  const { kubernetes, vault, stop } = await startSandbox({ ports, seed });
  process.stdout.write(`${JSON.stringify({ kubernetes, vault })}\n`);
  const end = () => stop().then(() => process.exit(0));
  process.once('SIGINT', end).once('SIGTERM', end);
}

main().catch(error => {
  process.stderr.write(`The sandbox did not start: ${error.message}\n`);
  process.exit(1);
});
