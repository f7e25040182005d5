import { describeOnOwnTestbed, installCrds } from 'testbed';
import type { OperationsUnderTest } from './__testUtils__/OperationsUnderTest';
import { orders, RotationBench } from './__testUtils__/RotationBench';
import { onTestbed } from './__testUtils__/serversUnderTest';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

/** On our own servers only: a real cluster's CRDs are not to be replaced. */
describeOnOwnTestbed('changing the key of a volume', testbed => {
  let under: OperationsUnderTest;
  let bench: RotationBench;
  beforeAll(async () => {
    under = await onTestbed(testbed());
  });
  beforeEach(async () => {
    bench = await RotationBench.open(under);
  });
  afterEach(() => bench.close());

  const schedule = (text: string) => ({
    'keyrotation.csiaddons.openshift.io/schedule': text,
  });

  it('is refused, with what to install, where csi-addons is missing', async () => {
    await expect(bench.set('@weekly')).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('Install csi-addons'),
    });
    expect(await bench.annotations()).not.toMatchObject(schedule('@weekly'));
    const { message } = await bench.seen(
      ({ availability }) => availability === 'not-installed',
    );
    expect(message).toContain('Install csi-addons');
  });

  describe('where csi-addons is', () => {
    beforeAll(() => installCrds(testbed(), 'csi-addons.yaml'));

    it('is set on the claim, once, and seen', async () => {
      const set = await bench.set('0 3 * * 0');
      expect(set.steps).toMatchObject([{ outcome: 'updated' }]);
      expect(set.references).toMatchObject([
        { kind: 'PersistentVolumeClaim', name: 'data' },
      ]);
      expect(await bench.annotations()).toMatchObject(schedule('0 3 * * 0'));
      const again = await bench.set('0 3 * * 0');
      expect(again.steps).toMatchObject([{ outcome: 'unchanged' }]);
      expect(await bench.seen(it => it.schedule !== undefined)).toMatchObject({
        availability: 'available',
        schedule: '0 3 * * 0',
        scheduleFrom: 'claim',
      });
    });

    it('is taken off again', async () => {
      await bench.set('@daily');
      await bench.set();
      expect(await bench.annotations()).not.toMatchObject(schedule('@daily'));
      const seen = await bench.seen(
        it => it.availability === 'available' && it.schedule === undefined,
      );
      expect(seen.message).toContain('No schedule is set');
    });

    it('shows the runs, and believes the versions of the key', async () => {
      await bench.writeKey();
      await bench.makeCronJob('data-1', '@weekly');
      await bench.makeJob('run-1');
      await bench.writeKey();
      const seen = await bench.seen(it =>
        Boolean(it.proof?.includes('version')),
      );
      expect(seen).toMatchObject({
        cronJob: 'data-1',
        schedule: '@weekly',
        suspended: false,
        jobs: [{ name: 'run-1', result: 'succeeded' }],
        proof: expect.stringMatching(
          /^The KMS has version 2 of the key, written .*that run changed the key\.$/,
        ),
      });
    });

    it('does not believe a run that made no version', async () => {
      await bench.writeKey();
      await bench.makeJob('run-1');
      const seen = await bench.seen(it =>
        Boolean(it.proof?.includes('version')),
      );
      expect(seen.proof).toContain('never changed. The run run-1 says');
    });

    it("is not for a claim that is not the entity's", async () => {
      const annotations = { 'backstage.io/kubernetes-id': 'other' };
      const other = { ...orders, metadata: { name: 'other', annotations } };
      await expect(bench.set('@weekly', other)).rejects.toMatchObject({
        code: 'not-found',
        message: expect.stringContaining('component:default/other'),
      });
      expect(await bench.annotations()).not.toMatchObject(schedule('@weekly'));
    });
  });
});
