import type { Administrator } from '../cluster/Administrator';

/** What Kubernetes' API server was asked for, by verb; only what we read. */
export interface ApiCalls {
  list: number;
  get: number;
  /** create, update, patch, delete. */
  change: number;
}

const RESOURCES =
  'persistentvolumes|persistentvolumeclaims|storageclasses|pods|namespaces|configmaps|secrets|serviceaccounts|events';
const LINE = new RegExp(
  `^apiserver_request_total\\{.*resource="(?:${RESOURCES})".*verb="(\\w+)".*\\} (\\S+)$`,
  'gm',
);

/** Calls so far, by whomever, as the API server itself counts them. */
export async function apiCalls({
  kubernetes,
}: Administrator): Promise<ApiCalls> {
  const { bytes } = await kubernetes.demand({ path: '/metrics' });
  const calls = { list: 0, get: 0, change: 0 };
  for (const [, verb, count] of bytes.toString().matchAll(LINE)) {
    if (verb !== 'WATCH') calls[kindOf(verb)] += Number(count);
  }
  return calls;
}

function kindOf(verb: string): keyof ApiCalls {
  if (verb === 'LIST') return 'list';
  return verb === 'GET' ? 'get' : 'change';
}

/** Calls while `act` went on. */
export async function apiCallsDuring<T>(
  administrator: Administrator,
  act: () => Promise<T>,
): Promise<{ result: T; calls: ApiCalls }> {
  const before = await apiCalls(administrator);
  const result = await act();
  const after = await apiCalls(administrator);
  return {
    result,
    calls: {
      list: after.list - before.list,
      get: after.get - before.get,
      change: after.change - before.change,
    },
  };
}
