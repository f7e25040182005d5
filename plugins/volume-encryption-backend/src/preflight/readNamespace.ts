import type { PreflightFacts } from 'backstage-plugin-volume-encryption-common';
import { observe } from '../status';
import type { Look } from './Look';

/** The namespace, what is in it of the claim's name, and what it may use. */
export async function readNamespace({
  request,
  cluster: { reader },
  now,
  signal,
}: Look): Promise<
  Pick<PreflightFacts, 'namespace' | 'existing' | 'quotas' | 'limitRanges'>
> {
  const { namespace: name } = request;
  const place = { namespace: name, signal };
  const claim = { ...place, name: request.name };
  const [namespace, existing, quotas, limitRanges] = await Promise.all([
    observe(now, () => reader.get('Namespace', { name, signal })),
    observe(now, () => reader.get('PersistentVolumeClaim', claim)),
    observe(now, () => reader.list('ResourceQuota', place)),
    observe(now, () => reader.list('LimitRange', place)),
  ]);
  return { namespace, existing, quotas, limitRanges };
}
