import type { Finding } from '../contract/reasons';
import type { KmsConnection } from './kmsConnection';

/** Looks at one thing of a connection by itself. */
export type Check = (connection: KmsConnection) => Finding | undefined;

/** Ceph CSI refuses the entry. */
export function error(code: Finding['code'], message: string): Finding {
  return { code, severity: 'error', message };
}

/** It works, but not as it is written or not safely. */
export function warning(code: Finding['code'], message: string): Finding {
  return { code, severity: 'warning', message };
}

/** Good to know. */
export function info(code: Finding['code'], message: string): Finding {
  return { code, severity: 'info', message };
}
