import type { ConfigMap } from '../kubernetes/objects';
import { mustBeText, unreadOptions } from './connectionOptions';
import {
  fromEnvironmentStyle,
  ignoredInEnvironmentStyle,
} from './environmentStyle';
import type { KmsConnection } from './kmsConnection';
import { shownEntry, withoutCredentials } from './withoutCredentials';

/** Refused by Ceph CSI as anything but text, whichever the type. */
const ALWAYS_TEXT = /^(vault|VAULT_|tenant.+Name$)/;

/** A ConfigMap of KMS connections, read as Ceph CSI reads it. @public */
export interface ParsedConnections {
  connections: KmsConnection[];
  /**
   * Entries that Ceph CSI cannot read. One of them stops every class of the
   * driver, not only its own.
   */
  malformed: { kmsId: string; message: string }[];
}

/** The key of a ConfigMap that is mounted as a file and holds all entries. */
export const FILE_KEY = 'config.json';

/** Each volume of a cluster asks for the same ConfigMap, which never changes. */
const known = new WeakMap<ConfigMap, ParsedConnections>();

/**
 * Reads the connections of `csi-kms-connection-details` (each data key an id,
 * its value a JSON object as text) or of a mounted ConfigMap (one key
 * `config.json` with all entries, which hides any other key). Source: ceph-csi
 * `internal/kms/kms.go`. None where there is no ConfigMap.
 *
 * @public
 */
export function parseConnections(
  configMap: ConfigMap | undefined,
): ParsedConnections {
  if (!configMap) return { connections: [], malformed: [] };
  const before = known.get(configMap);
  if (before) return before;
  const { data } = configMap;
  const file = data[FILE_KEY];
  const parsed = file === undefined ? parseEntries(data) : parseFile(file);
  known.set(configMap, parsed);
  return parsed;
}

function parseEntries(data: Record<string, string>): ParsedConnections {
  const parsed: ParsedConnections = { connections: [], malformed: [] };
  for (const [kmsId, text] of Object.entries(data)) {
    const entry = parseJsonObject(text);
    if (entry) parsed.connections.push(connectionOf(kmsId, entry));
    else if (isNull(text)) parsed.connections.push(notObject(kmsId));
    else parsed.malformed.push(malformed(kmsId));
  }
  return parsed;
}

function parseFile(text: string): ParsedConnections {
  const entries = isNull(text) ? {} : parseJsonObject(text);
  if (!entries) return { connections: [], malformed: [malformed(FILE_KEY)] };
  const connections = Object.entries(entries).map(([kmsId, entry]) =>
    isObject(entry) ? connectionOf(kmsId, entry) : notObject(kmsId),
  );
  return { connections, malformed: [] };
}

/** Ceph CSI reads on, and fails where a class names the entry (`kms.go`). */
function notObject(kmsId: string): KmsConnection {
  return { ...connectionOf(kmsId, {}), notObject: true };
}

/** Go decodes it into a map without an error, as one with nothing in it. */
function isNull(text: string): boolean {
  return text.trim() === 'null';
}

function malformed(kmsId: string) {
  return {
    kmsId,
    message: `The entry "${kmsId}" is not a JSON object. Correct or remove it: Ceph CSI reads no KMS connection while it is there.`,
  };
}

/**
 * One entry, decoded from JSON, as Ceph CSI takes it (ceph-csi
 * `internal/kms/kms.go` getProvider, `vault_tokens.go` transformConfig).
 */
export function connectionOf(
  kmsId: string,
  entry: Record<string, unknown>,
): KmsConnection {
  const asGiven: Record<string, string> = {};
  for (const [name, value] of Object.entries(entry)) {
    if (typeof value === 'string') asGiven[name] = value;
  }
  const texts = withoutCredentials(asGiven);
  const kmsType = texts.encryptionKMSType ?? texts.KMS_PROVIDER ?? '';
  const names = Object.keys(entry);
  const notText = names.filter(
    name =>
      (ALWAYS_TEXT.test(name) || mustBeText(kmsType, name)) &&
      typeof entry[name] !== 'string',
  );
  const written = shownEntry(entry);
  if (texts.KMS_PROVIDER !== undefined && isTenantType(kmsType)) {
    const options = fromEnvironmentStyle(texts);
    const ignored = ignoredInEnvironmentStyle(names);
    return { kmsId, kmsType, options, written, notText, ignored };
  }
  const ignored = unreadOptions(kmsType, names);
  return { kmsId, kmsType, options: texts, written, notText, ignored };
}

/**
 * Whether each tenant has a credential of its own. Only these two types may be
 * written like environment variables.
 *
 * @public
 */
export function isTenantType(kmsType: string): boolean {
  return kmsType === 'vaulttokens' || kmsType === 'vaulttenantsa';
}

/** The object that a text is in JSON, if it is one. */
export function parseJsonObject(
  text: string,
): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
