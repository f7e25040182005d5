import { parse } from 'yaml';
import { workloadSnippet } from './workloadSnippet';

describe('workloadSnippet', () => {
  it('mounts a filesystem', () => {
    expect(parse(workloadSnippet('orders-data', 'Filesystem'))).toEqual({
      volumes: [
        {
          name: 'data',
          persistentVolumeClaim: { claimName: 'orders-data' },
        },
      ],
      volumeMounts: [{ name: 'data', mountPath: '/data' }],
    });
  });

  it('gives a block volume as a device', () => {
    expect(parse(workloadSnippet('raw', 'Block'))).toMatchObject({
      volumeDevices: [{ name: 'data', devicePath: '/dev/data' }],
    });
  });

  it('keeps a name of digits a text', () => {
    expect(parse(workloadSnippet('123', 'Filesystem'))).toMatchObject({
      volumes: [{ persistentVolumeClaim: { claimName: '123' } }],
    });
  });
});
