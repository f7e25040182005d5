import type { Settings } from '../custodySetup/settingDifferences';

/**
 * Whether two configurations of Kubernetes auth have the same API server say who
 * logs in; a sentence where that cannot be told.
 *
 * @param mounts - the auth mounts of the two, in words
 */
export function compareApiServers(
  one: Settings,
  other: Settings,
  mounts: readonly [string, string],
): 'same' | 'different' | { doubt: string } {
  if (hostOf(one) === hostOf(other)) return 'same';
  if (!isTls(one) || !isTls(other)) return 'different';
  const [its, others] = [certificatesOf(one), certificatesOf(other)];
  const local = mounts.filter((_, at) => [its, others][at].length === 0);
  if (local.length > 0) {
    return {
      doubt: `Whether ${mounts.join(' and ')} ask one API server who logs in cannot be told, since the CA is not in the configuration: set kubernetes_ca_cert of ${local.join(' and ')}.`,
    };
  }
  if (!its.some(it => others.includes(it))) return 'different';
  return {
    doubt: `${mounts.join(' and ')} trust the same CA, so that their addresses may be of one API server. Set kubernetes_ca_cert of each to the CA of its own cluster alone.`,
  };
}

/** Without what does not matter; what is no URL stands for itself. */
function hostOf({ kubernetes_host: host }: Settings): string {
  const text = String(host ?? '').trim();
  return URL.canParse(text) ? new URL(text).host : text.toLowerCase();
}

function isTls({ kubernetes_host: host }: Settings): boolean {
  return !String(host).trim().toLowerCase().startsWith('http://');
}

/** Fingerprints, as the set-up is read. */
function certificatesOf({ kubernetes_ca_cert: bundle }: Settings): string[] {
  return Array.isArray(bundle) ? bundle.map(String) : [];
}
