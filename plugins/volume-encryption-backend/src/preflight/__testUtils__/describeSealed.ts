// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import type { OperationsUnderTest } from '../../operations/__testUtils__/OperationsUnderTest';
import { LookBench } from './LookBench';

/** What is told of a Vault that is sealed. */
export function describeSealed(
  under: () => OperationsUnderTest,
  control: () => { seal(): Promise<void>; unseal(): Promise<void> },
): void {
  it('tells that the Vault is sealed, and knows nothing of what is in it', async () => {
    const bench = await LookBench.open(under());
    await control().seal();
    const { outcome, checks } = await bench.look();
    await control().unseal();
    expect(outcome).toBe('blocked');
    const ofKms = checks.filter(({ about }) =>
      ['kms', 'key-mount', 'credential'].includes(about),
    );
    expect(ofKms).toMatchObject([
      {
        outcome: 'blocked',
        owner: 'vault-admin',
        diagnosis: 'vault-sealed',
        nextStep: expect.stringContaining('Unseal'),
      },
      { outcome: 'unknown' },
      { outcome: 'unknown' },
    ]);
    expect(await bench.about('kms')).toMatchObject([{ outcome: 'ok' }]);
    await bench.bench.close();
  });
}
