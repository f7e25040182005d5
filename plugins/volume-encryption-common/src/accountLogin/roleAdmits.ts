import { parseJsonObject } from '../kmsConnection/parseConnections';

/** A role of Kubernetes auth as Vault answers it; what is not set is not there. @public */
export type RoleSettings = Readonly<Record<string, unknown>>;

/** Whether the role is bound to ServiceAccounts of this name (path_login.go). */
export function admitsName(role: RoleSettings, name: string): boolean {
  return fitsOne(listIn(role.bound_service_account_names), name);
}

/**
 * Whether the role lets in ServiceAccounts of a namespace: by its name, or else
 * by its labels (vault-plugin-auth-kubernetes path_login.go,
 * namespace_validator.go). Undefined where its selector cannot be read here.
 */
export function admitsNamespace(
  role: RoleSettings,
  { name, labels }: { name: string; labels: Record<string, string> },
): boolean | undefined {
  const names = listIn(role.bound_service_account_namespaces);
  if (fitsOne(names, name)) return true;
  const selector = role.bound_service_account_namespace_selector;
  if (typeof selector !== 'string' || selector === '') return false;
  return selects(selector, labels);
}

/** Vault takes YAML too, and refuses every login where there are expressions. */
function selects(
  selector: string,
  labels: Record<string, string>,
): boolean | undefined {
  const parsed = parseJsonObject(selector);
  if (!parsed) return undefined;
  const { matchLabels, matchExpressions } = parsed;
  if (matchExpressions !== undefined && matchExpressions !== null) return false;
  return Object.entries(matchLabels ?? {}).every(
    ([label, value]) => Object.hasOwn(labels, label) && labels[label] === value,
  );
}

/** Vault's globs have "*" for any text (ryanuber/go-glob). */
function fitsOne(patterns: readonly string[], text: string): boolean {
  return patterns.some(pattern => {
    const parts = pattern.split('*').map(it => it.replace(/\W/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`).test(text);
  });
}

/** The texts of a list; none where it is not set. */
export function listIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
