import { maskSecrets } from '../diagnosis/maskSecrets';

/**
 * Options with everything hidden that looks like a credential, and without the
 * user and password that an address may have: options are shown and repeated, and
 * Ceph CSI takes none of these from them (it logs in by a token).
 */
export function withoutCredentials(
  options: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      hidden(isAddress(name) ? bareAddress(value) : value),
    ]),
  );
}

/** A whole value that looks like a token which was cut short when it was pasted. */
const SHORT_TOKEN = /^\s*[sbr]\.[\w-]{20,}/;

function hidden(value: string): string {
  return SHORT_TOKEN.test(value) ? '[hidden]' : maskSecrets(value);
}

/** In either style. */
function isAddress(name: string): boolean {
  return name === 'vaultAddress' || name === 'VAULT_ADDR';
}

function bareAddress(address: string): string {
  return address.replace(/^(\s*https?:\/\/)[^/]*@/i, '$1');
}

/**
 * An entry as text, as it may be shown: an option that is a credential is left
 * out, and so is one that is no single value, which no type reads.
 */
export function shownEntry(
  entry: Record<string, unknown>,
): Record<string, string> {
  const texts = Object.entries(entry).flatMap(([name, value]) =>
    typeof value === 'object' ? [] : [[name, String(value)]],
  );
  const written: Record<string, string> = Object.fromEntries(
    texts.map(([name, text]) => [
      name,
      isAddress(name) ? bareAddress(text) : text,
    ]),
  );
  const credentials = credentialOptions(written);
  return Object.fromEntries(
    Object.entries(written).filter(([name]) => !credentials.includes(name)),
  );
}

/** What is a credential by its name, in any style, whatever the value. */
const CREDENTIAL_NAME =
  /(token|jwt|passw(or)?d|pwd|passphrase|secret|secretid|credentials?|(access|admin|api|client|master|private|recovery|secret|unseal|user)key)$/;

/** What is none, though the rule would catch it: keys of the class's Secrets. */
const KEY_OF_SECRET = /fromsecret$|^vaultclientkey$/;

/**
 * Names of options that hold a credential rather than a Secret's name, by their
 * names or by the looks of their values. Ceph CSI reads none of them there, and a
 * ConfigMap is no place for one.
 */
export function credentialOptions(options: Record<string, string>): string[] {
  return Object.entries(options)
    .filter(
      ([name, value]) => isCredentialName(name) || hidden(value) !== value,
    )
    .map(([name]) => name);
}

function isCredentialName(name: string): boolean {
  const plain = name.replace(/[^a-z0-9]/gi, '').toLowerCase();
  return CREDENTIAL_NAME.test(plain) && !KEY_OF_SECRET.test(plain);
}
