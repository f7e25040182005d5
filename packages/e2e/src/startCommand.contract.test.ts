import { createServer } from 'node:http';
import { once } from 'node:events';
import { freePort } from 'testbed';
import { runStart } from './startPortal';

jest.setTimeout(60_000);

describe('npm start', () => {
  it('names a port that is taken, and the switch for another', async () => {
    const port = await freePort();
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');

    const command = runStart([`--backend-port=${port}`]);
    expect(await command.ended()).toBe(1);
    expect(command.output()).toContain(`Port ${port} is taken`);
    expect(command.output()).toContain('--backend-port NUMBER');
    squatter.close();
  });

  it('refuses half of the switches for real servers', async () => {
    const command = runStart(['--kubeconfig=/none']);
    expect(await command.ended()).toBe(1);
    expect(command.output()).toContain(
      'all of --kubeconfig, --vault and --vault-token-file',
    );
  });

  it('refuses a port that is none', async () => {
    const command = runStart(['--app-port=http']);
    expect(await command.ended()).toBe(1);
    expect(command.output()).toContain('--app-port is http');
  });
});
