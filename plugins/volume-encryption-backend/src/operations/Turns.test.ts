import { Turns } from './Turns';

/** A work that ends when it is told to. */
function work<T>(name: string, begun: string[]) {
  let end: (result: Promise<T>) => void;
  const done = new Promise<T>(resolve => {
    end = resolve;
  });
  const run = () => {
    begun.push(name);
    return done;
  };
  return { run, end: (result: Promise<T>) => end(result) };
}

describe('Turns', () => {
  it('lets works of one key wait for each other, also after a failure', async () => {
    const begun: string[] = [];
    const turns = new Turns();
    const [a, b] = [work<string>('a', begun), work<string>('b', begun)];
    const first = turns.take('key', a.run);
    const second = turns.take('key', b.run);
    await new Promise(setImmediate);
    expect(begun).toEqual(['a']);
    a.end(Promise.reject(new Error('failed')));
    await expect(first).rejects.toThrow('failed');
    b.end(Promise.resolve('result of b'));
    await expect(second).resolves.toBe('result of b');
    expect(begun).toEqual(['a', 'b']);
  });

  it('does not let works of other keys wait', async () => {
    const begun: string[] = [];
    const turns = new Turns();
    const [a, b] = [work<void>('a', begun), work<void>('b', begun)];
    const first = turns.take('key', a.run);
    const second = turns.take('other key', b.run);
    b.end(Promise.resolve());
    await second;
    expect(begun).toEqual(['a', 'b']);
    a.end(Promise.resolve());
    await first;
  });
});
