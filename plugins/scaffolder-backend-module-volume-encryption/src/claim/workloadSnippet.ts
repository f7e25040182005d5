import { stringify } from 'yaml';

/**
 * The lines of a Pod's spec that use the claim, as YAML: `volumes:`, and the
 * container's `volumeMounts:` (or `volumeDevices:` for a block volume).
 */
export function workloadSnippet(
  claimName: string,
  volumeMode: 'Filesystem' | 'Block',
): string {
  const name = 'data';
  const volumes = [{ name, persistentVolumeClaim: { claimName } }];
  const use =
    volumeMode === 'Block'
      ? { volumeDevices: [{ name, devicePath: '/dev/data' }] }
      : { volumeMounts: [{ name, mountPath: '/data' }] };
  return [
    '# in the spec of the Pod',
    stringify({ volumes }),
    '# in its container',
    stringify(use),
  ].join('\n');
}
