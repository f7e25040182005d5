import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { Recent } from './Recent';

const never = new Promise<void>(() => {});
const atOnce = Promise.resolve();

let now = new Date('2026-01-01T00:00:00Z');
function wait(seconds: number) {
  now = new Date(now.getTime() + seconds * 1000);
}
beforeEach(() => {
  now = new Date('2026-01-01T00:00:00Z');
});

function recent(
  options: {
    standsIn?: boolean;
    limit?: number;
    isLasting?: (value: string) => boolean;
  } = {},
) {
  return new Recent<string>({
    ttlMs: 5000,
    standsIn: true,
    limit: 10,
    now: () => now,
    ...options,
  });
}

function failing(code: 'timeout' | 'kms-sealed' | 'kms-denied' = 'timeout') {
  return async () => {
    throw new VolumeEncryptionError(code, 'In our words.');
  };
}

const seen = {
  status: 'observed',
  value: 'seen',
  at: '2026-01-01T00:00:00.000Z',
};

describe('a value that was read lately', () => {
  it('is asked for once by many, and again when it is old', async () => {
    const values = recent();
    const load = jest.fn(async () => 'seen');
    const read = () => values.read('a', load, never);
    expect(await Promise.all([read(), read(), read()])).toEqual([
      seen,
      seen,
      seen,
    ]);
    wait(4);
    await read();
    expect(load).toHaveBeenCalledTimes(1);
    wait(1);
    expect(await read()).toMatchObject({ at: '2026-01-01T00:00:05.000Z' });
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('is not asked for again soon when that failed', async () => {
    const values = recent();
    const load = jest.fn(failing());
    await values.read('a', load, never);
    expect(await values.read('a', load, never)).toEqual({
      status: 'unknown',
      why: 'timeout',
      detail: 'In our words.',
    });
    expect(load).toHaveBeenCalledTimes(1);
  });

  it.each(['timeout', 'kms-sealed'] as const)(
    'stands in with its age on %s',
    async code => {
      const values = recent();
      await values.read('a', async () => 'seen', never);
      wait(60);
      expect(await values.read('a', failing(code), never)).toEqual(seen);
    },
  );

  it('does not stand in when the system refuses', async () => {
    const values = recent();
    await values.read('a', async () => 'seen', never);
    wait(60);
    const denied = await values.read('a', failing('kms-denied'), never);
    expect(denied).toMatchObject({ status: 'unknown', why: 'denied' });
    wait(60);
    const late = await values.read('a', failing('timeout'), never);
    expect(late).toMatchObject({ status: 'unknown', why: 'timeout' });
  });

  it('does not stand in where the past says nothing', async () => {
    const values = recent({ standsIn: false });
    await values.read('a', async () => 'seen', never);
    wait(60);
    const late = await values.read('a', failing(), never);
    expect(late).toMatchObject({ status: 'unknown', why: 'timeout' });
  });

  it('is forgotten at once, and with it what was before, when it does not last', async () => {
    const values = recent({ isLasting: value => value !== 'absent' });
    const read = (load: () => Promise<string>) => values.read('a', load, never);
    await read(async () => 'seen');
    wait(5);
    const absent = async () => 'absent';
    expect(await read(absent)).toMatchObject({ value: 'absent' });
    expect(await read(failing())).toMatchObject({ why: 'timeout' });
    wait(5);
    expect(await read(absent)).toMatchObject({ value: 'absent' });
    expect(await read(async () => 'seen')).toMatchObject({ value: 'seen' });
  });

  it('tells no text of an error that is not ours', async () => {
    const load = async () => {
      throw new Error('token hvs.canary');
    };
    expect(await recent().read('a', load, never)).toEqual({
      status: 'unknown',
      why: 'failed',
      detail: 'It could not be read.',
    });
  });

  it('makes nobody wait beyond the deadline, and is there for the next', async () => {
    const values = recent();
    let land: (value: string) => void = () => {};
    const slow = new Promise<string>(resolve => {
      land = resolve;
    });
    const load = jest.fn(() => slow);
    expect(await values.read('a', load, atOnce)).toMatchObject({
      status: 'unknown',
      why: 'timeout',
    });
    land('seen');
    expect(await values.read('a', load, never)).toEqual(seen);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('keeps to its limit: the longest unused go', async () => {
    const values = recent({ limit: 2 });
    const load = jest.fn(async () => 'seen');
    for (const key of ['a', 'b', 'a', 'c', 'a']) {
      await values.read(key, load, never);
    }
    expect(load).toHaveBeenCalledTimes(3);
    await values.read('b', load, never);
    expect(load).toHaveBeenCalledTimes(4);
  });
});

describe('a look at very many', () => {
  it('knows what was seen lately, and makes nothing of what was not', async () => {
    const values = recent();
    await values.read('a', async () => 'seen', never);
    expect(values.recall('a', 10_000)).toEqual(seen);
    expect(values.recall('b', 10_000)).toBeUndefined();
    wait(10);
    expect(values.recall('a', 10_000)).toBeUndefined();
  });

  it('pushes nothing out that others use', async () => {
    const values = recent({ limit: 2 });
    await values.read('a', async () => 'seen', never);
    for (const key of ['b', 'c', 'd', 'e']) values.recall(key, 10_000);
    expect(values.recall('a', 10_000)).toEqual(seen);
  });
});
