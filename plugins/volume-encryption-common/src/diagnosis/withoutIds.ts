/** What differs from one retry to the next, with what stands for it. */
const CHANGING: readonly [RegExp, string][] = [
  // What external-provisioner <= 5 and 6.4 put in front.
  [/^failed to provision volume with StorageClass "[^"]*": /, ''],
  [
    /^Volume provisioning failed with infeasible error\. [^:]*?(?=rpc error:)/,
    '',
  ],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\d]*(?:Z|[+-]\d\d:?\d\d)?/g, 'TIME'],
  [/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi, 'ID'],
  [
    /\b((?:request|correlation|operation|activity|trace)[-_ ]?id\W{1,4})[\w/+=-]+/gi,
    '$1ID',
  ],
  [/\b(vol|snap|i|eni)-[\da-f]{8,}\b/g, '$1-ID'],
  [/\b(?=[\da-f]*\d)[\da-f]{12,}\b/gi, 'ID'],
  [/\b0x[\da-f]+\b/gi, 'ID'],
  [/:\d+->/g, ':PORT->'],
  [
    /\b(attempt|retry|try|tries|retries|iteration|after)(\W{1,3})\d[\w.]*/gi,
    '$1$2N',
  ],
];

/**
 * The text without what differs between retries and provisioner releases: ids
 * of volumes, requests and instances, times, counters, the source port of a
 * connection, and the phrases that provisioners put in front. Status codes,
 * addresses and names stay, for they make another cause.
 */
export function withoutIds(text: string): string {
  return CHANGING.reduce(
    (masked, [pattern, substitute]) => masked.replace(pattern, substitute),
    text,
  );
}
