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
