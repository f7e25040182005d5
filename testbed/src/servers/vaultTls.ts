import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuthority } from '../tls/createAuthority';
import type { Room } from './Room';

/** A certificate for Vaults on loopback; the files are PEM. */
export interface VaultTls {
  certFile: string;
  keyFile: string;
  /** The certificate of the authority that signed, in a file and itself. */
  caFile: string;
  ca: string;
}

/** Issues it by a new authority, for `127.0.0.1` and `localhost`. */
export function writeVaultTls(room: Room): VaultTls {
  const authority = createAuthority('Vaults of a test');
  const hosts = ['127.0.0.1', 'localhost'];
  const { cert, key } = authority.issue({ hosts });
  const write = (name: string, text: string) => {
    const path = join(room.folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  return {
    certFile: write('vault.crt', cert),
    keyFile: write('vault.key', key),
    caFile: write('vault-ca.crt', authority.certificate),
    ca: authority.certificate,
  };
}
