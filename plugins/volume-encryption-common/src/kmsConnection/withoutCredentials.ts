/**
 * Options without the user and password that an address may have: addresses are
 * shown, and Ceph CSI does not need them (it logs in by a token).
 */
export function withoutCredentials(
  options: Record<string, string>,
): Record<string, string> {
  const { vaultAddress } = options;
  if (vaultAddress === undefined) return options;
  const bare = vaultAddress.replace(/^(https?:\/\/)[^/]*@/i, '$1');
  return { ...options, vaultAddress: bare };
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
  const shown = withoutCredentials(Object.fromEntries(texts));
  const hidden = credentialOptions(shown);
  return Object.fromEntries(
    Object.entries(shown).filter(([name]) => !hidden.includes(name)),
  );
}

/** What is a credential by its looks: Vault tokens, private keys, passwords in addresses. */
const CREDENTIAL_VALUE =
  /^(hv[sbr]|[sbr])\.[\w-]{20,}|-----BEGIN |^[a-z]+:\/\/[^/]*@/i;

/** What is one by its name, whatever the value; a Secret's name is none. */
const CREDENTIAL_NAME =
  /token$|passw(or)?d|passphrase$|access_?key|api_?key|client_?key$|^vaultSecretId$/i;

/** Names of Secrets, which the name rule would catch. */
const SECRET_NAMES = new Set(['VAULT_CLIENT_KEY']);

/**
 * Names of options that hold a credential rather than a Secret's name. Ceph CSI
 * reads none of them there, and a ConfigMap is no place for one.
 */
export function credentialOptions(options: Record<string, string>): string[] {
  return Object.entries(options)
    .filter(
      ([name, value]) =>
        CREDENTIAL_VALUE.test(value) ||
        (CREDENTIAL_NAME.test(name) && !SECRET_NAMES.has(name)),
    )
    .map(([name]) => name);
}
