import type { Reason } from '../contract/api';
import type { Pod } from '../kubernetes/objects';
import { planNote } from '../plan/planNotes';
import { whyNotRun } from './whyNotRun';

/** What was seen of the Job that asked a Vault how it is. @public */
export interface SeenKmsTest {
  pods: readonly Pod[];
  /** How many nodes take pods; undefined where that is not known. */
  places: number | undefined;
}

/** How curl ends (`curl.1`, exit codes). */
const FAILURES: Readonly<Record<string, string>> = {
  6: 'the name in its address is not known there. See the DNS of the cluster',
  7: 'the connection was refused. See the address, the Vault, and whether a firewall rejects it',
  28: 'nothing answered within 20 s. See NetworkPolicies and firewalls on the way',
  35: 'the TLS handshake failed. See whether TLS is spoken there, and of which version',
  52: 'it closed the connection without an answer. See whether it speaks TLS, and the connection says http',
  56: 'the connection broke off. See whether it wants a client certificate',
  60: 'its certificate is not trusted, or is for another name. See the authorities and the names in it',
  77: 'the authorities it was to be checked with cannot be read',
};

/** HTTP status of `sys/health` (Vault `internal/http/sys_health.go`). */
const STATES: Readonly<Record<string, string>> = {
  200: 'it is active',
  429: 'it is a standby',
  472: 'it is a disaster recovery secondary',
  473: 'it is a performance standby',
  501: 'it is not initialized',
  503: 'it is sealed',
};
const WELL = ['200', '429', '473'];

/** Whether the Vault can be reached from within the cluster, in words. @public */
export function judgeKmsTest({ pods, places }: SeenKmsTest): Reason {
  const words = pods.flatMap(it => it.lastWords ?? []).at(-1);
  const [, ended, status] = words?.match(/^(\d+) (\d{3})$/) ?? [];
  if (ended === '0') return answered(status);
  if (ended !== undefined) {
    const why = FAILURES[ended] ?? `curl ended with ${ended}`;
    const message = `From within the cluster the Vault cannot be reached: ${why}.`;
    return planNote('kms-test-failed', 'error', message);
  }
  const why =
    whyNotRun({ pods, places }) ??
    'its pod told nothing (can the image be pulled, and has it sh and curl? See the events of the namespace)';
  return planNote(
    'kms-test-inconclusive',
    'warning',
    `The Job could not run, because ${why}. Whether the Vault can be reached from within the cluster is not known.`,
  );
}

function answered(status: string): Reason {
  const state = STATES[status] ?? `with HTTP status ${status}`;
  const message = `The Vault answers from within the cluster: ${state}.`;
  const severity = WELL.includes(status) ? 'ok' : 'warning';
  return planNote('kms-test-answered', severity, message);
}
