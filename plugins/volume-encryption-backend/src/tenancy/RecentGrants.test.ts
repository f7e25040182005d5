import { RecentGrants } from './RecentGrants';

let now = new Date('2026-01-01T00:00:00Z');
const wait = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

function grants() {
  const request = jest.fn(async () => 'entity');
  const recent = new RecentGrants<string>(() => now);
  const get = (key = 'a reader') => recent.get(key, request);
  return { request, get };
}

describe('a right that was asked for', () => {
  it('is asked for once by many, and again after five seconds', async () => {
    const { request, get } = grants();
    expect(await Promise.all([get(), get(), get()])).toEqual(
      Array(3).fill('entity'),
    );
    wait(4_999);
    await get();
    expect(request).toHaveBeenCalledTimes(1);
    wait(1);
    await get();
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('is for the one who was given it', async () => {
    const { request, get } = grants();
    await get('a reader');
    await get('another');
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('is asked for anew when it was denied', async () => {
    const { request, get } = grants();
    request.mockRejectedValueOnce(new Error('denied'));
    const answers = await Promise.allSettled([get(), get()]);
    expect(answers.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    expect(request).toHaveBeenCalledTimes(1);
    expect(await get()).toBe('entity');
  });

  it('is asked for anew when it was denied after five seconds', async () => {
    const { request, get } = grants();
    await get();
    wait(5_000);
    request.mockRejectedValueOnce(new Error('denied'));
    await expect(get()).rejects.toThrow('denied');
    request.mockRejectedValueOnce(new Error('still denied'));
    await expect(get()).rejects.toThrow('still denied');
  });
});
