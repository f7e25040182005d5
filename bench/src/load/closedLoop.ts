/** One user's next request; resolves when it is answered. */
export type Act = () => Promise<unknown>;

/** How much is asked for. */
export interface Load {
  /** Of each user, before anything is measured. */
  warmUp: number;
  /** Of each user. */
  requests: number;
  /** No request is begun after so long, so that a slow answer costs no hour. */
  atMostMs: number;
}

/**
 * Users who each ask again as soon as they are answered, without pauses.
 * @returns the milliseconds that each measured request took
 */
export async function closedLoop(
  users: readonly Act[],
  { warmUp, requests, atMostMs }: Load,
): Promise<number[]> {
  await Promise.all(users.map(act => timesOf(act, warmUp, atMostMs / 4)));
  const times = await Promise.all(
    users.map(act => timesOf(act, requests, atMostMs)),
  );
  return times.flat();
}

async function timesOf(
  act: Act,
  count: number,
  atMostMs: number,
): Promise<number[]> {
  const end = performance.now() + atMostMs;
  const times: number[] = [];
  while (times.length < count && performance.now() < end) {
    const begun = performance.now();
    await act();
    times.push(performance.now() - begun);
  }
  return times;
}
