/** Random numbers that are the same in every run (mulberry32), for tests. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
