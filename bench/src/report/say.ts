const begun = performance.now();

/** Tells on stderr how far it is; stdout has the tables only. */
export function say(what: string): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  process.stderr.write(`${seconds.padStart(5)} s  ${what}\n`);
}
