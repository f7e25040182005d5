/**
 * What can go wrong between a client and a server.
 *
 * - `delay`: what the server answers arrives so much later
 * - `hang`: connections are taken and stay open, and nothing passes in either
 *   direction; what was sent meanwhile passes when the fault ends
 * - `refuse`: open connections are reset and new ones refused
 * - `slow`: of what the server answers so many bytes pass in a second
 * - `cut`: a connection is reset when so many bytes of answers have passed since
 *   the fault began
 */
export type Fault =
  | { kind: 'delay'; milliseconds: number }
  | { kind: 'hang' }
  | { kind: 'refuse' }
  | { kind: 'slow'; bytesPerSecond: number }
  | { kind: 'cut'; afterBytes: number };
