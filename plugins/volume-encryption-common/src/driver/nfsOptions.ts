import { splitOptions } from './splitOptions';
import type { InFlightAnswer } from './volumeAnswer';

/**
 * What NFS mount options say of the wire (nfs(5)): Kerberos encrypts with
 * `krb5p` only, `krb5` and `krb5i` do not; `xprtsec` is RPC over TLS. The last
 * of several counts, as for mount.nfs.
 */
export function nfsInFlight(mountOptions: string[]): InFlightAnswer {
  const options = splitOptions(mountOptions);
  const security = lastOf('sec', options);
  const transport = lastOf('xprtsec', options);
  if (transport === 'tls' || transport === 'mtls') {
    return { answer: 'encrypted', why: `NFS over TLS (xprtsec=${transport}).` };
  }
  if (security === 'krb5p') {
    return {
      answer: 'encrypted',
      why: 'NFS with Kerberos privacy (sec=krb5p).',
    };
  }
  if (security?.includes(':')) {
    return {
      answer: 'unknown',
      why: `NFS with sec=${security}: which of them is used is settled at the mount.`,
    };
  }
  return {
    answer: 'clear',
    why: security
      ? `NFS with sec=${security}, which proves who asks and does not encrypt.`
      : 'NFS without sec=krb5p and without xprtsec=tls, so in clear text.',
  };
}

function lastOf(name: string, options: string[]): string | undefined {
  return options
    .filter(it => it.startsWith(`${name}=`))
    .at(-1)
    ?.slice(name.length + 1);
}
