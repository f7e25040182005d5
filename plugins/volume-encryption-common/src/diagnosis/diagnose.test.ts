import { diagnose } from './diagnose';
import {
  eventOf,
  handleOf,
  keyWriteFailure,
  podEventOf,
  vaultAnswer,
} from './testEvents';

const uuidOf = (n: number) => `6a4f1d3e-1c1b-4f0e-9c57-0d6f1b2a3c4${n}`;

describe('folding', () => {
  it('makes one of retries that differ only in their ids', () => {
    const events = [1, 2, 3].map(n =>
      eventOf({
        message: keyWriteFailure(
          uuidOf(n),
          vaultAnswer(uuidOf(n), 503, '* Vault is sealed'),
        ),
        count: n,
        firstSeen: `2026-01-01T09:0${n}:00Z`,
        lastSeen: `2026-01-01T10:0${n}:00Z`,
      }),
    );
    const diagnoses = diagnose(events);
    expect(diagnoses).toHaveLength(1);
    expect(diagnoses[0]).toMatchObject({
      code: 'vault-sealed',
      count: 6,
      firstSeen: '2026-01-01T09:01:00Z',
      lastSeen: '2026-01-01T10:03:00Z',
    });
    expect(diagnoses[0].raw).toContain(handleOf(uuidOf(3)));
  });

  it('does not depend on the order of the events', () => {
    const old = eventOf({ message: 'x: Vault is sealed' });
    const recent = eventOf({
      message: 'y: Vault is sealed',
      lastSeen: '2026-01-01T11:00:00.5Z',
    });
    expect(diagnose([old, recent])).toEqual(diagnose([recent, old]));
    expect(diagnose([recent, old])[0].raw).toBe('y: Vault is sealed');
  });

  it('keeps one cause of two objects apart from another cause', () => {
    const of = (namespace: string) =>
      eventOf({
        message: `failed fetching token from ${namespace}/t: secrets "t" not found`,
      });
    expect(diagnose([of('a'), of('b'), of('a')]).map(d => d.count)).toEqual([
      2, 1,
    ]);
  });

  it('keeps apart what only has its gRPC status in common', () => {
    const of = (what: string) =>
      eventOf({ message: `rpc error: code = NotFound desc = ${what}` });
    const diagnoses = diagnose([
      of(`no volume ${uuidOf(1)}`),
      of(`no volume ${uuidOf(2)}`),
      of('no such node'),
    ]);
    expect(diagnoses.map(({ code, count }) => [code, count])).toEqual([
      ['storage-object-missing', 2],
      ['storage-object-missing', 1],
    ]);
  });

  it('counts an event without a count as one', () => {
    const event = eventOf({ message: 'Vault is sealed', count: 0 });
    expect(diagnose([event, event])[0].count).toBe(2);
  });

  it('puts the newest first', () => {
    const codes = diagnose([
      eventOf({ message: 'Vault is sealed' }),
      eventOf({
        message: 'storageclass.storage.k8s.io "x" not found',
        lastSeen: '2026-01-01T12:00:00Z',
      }),
    ]).map(({ code }) => code);
    expect(codes).toEqual(['storage-class-missing', 'vault-sealed']);
  });
});

it('tells failures before what only waits, whatever is newer', () => {
  const codes = diagnose([
    eventOf({
      type: 'Normal',
      reason: 'WaitForFirstConsumer',
      message: 'waiting for first consumer to be created before binding',
      lastSeen: '2026-01-01T12:00:00Z',
    }),
    eventOf({ message: 'x: Vault is sealed' }),
  ]).map(({ code }) => code);
  expect(codes).toEqual(['vault-sealed', 'waiting-for-pod']);
});

it('names a page that tells more where the cause is known', () => {
  const of = (message: string) => diagnose([eventOf({ message })])[0].link;
  expect(of('x: Vault is sealed')).toMatch(/^https:\/\/.*seal/);
  expect(of('odd')).toBeUndefined();
});

describe('a text nobody knows', () => {
  it('is shown as it came', () => {
    const message =
      'rpc error: code = Internal desc = the moon is full\nand so on';
    expect(diagnose([eventOf({ message })])).toEqual([
      expect.objectContaining({
        code: 'unrecognised',
        owner: 'unknown',
        raw: message,
      }),
    ]);
  });

  it('is folded by what stays when ids, ports and prefixes go', () => {
    const texts = [
      `odd thing with ${uuidOf(1)} from 10.0.0.1:40001->10.0.0.2:1`,
      `failed to provision volume with StorageClass "e": odd thing with ${uuidOf(
        2,
      )} from 10.0.0.1:40002->10.0.0.2:1`,
      `odd thing with ${uuidOf(3)} from 10.0.0.9:40003->10.0.0.2:1`,
    ];
    const diagnoses = diagnose(texts.map(message => eventOf({ message })));
    expect(diagnoses.map(({ count }) => count)).toEqual([2, 1]);
  });

  it('of a pod is shown only where it is about storage', () => {
    const diagnoses = diagnose([
      podEventOf({ reason: 'BackOff', message: 'Back-off restarting' }),
      podEventOf({ reason: 'FailedMount', message: 'odd' }),
    ]);
    expect(diagnoses.map(({ raw }) => raw)).toEqual(['odd']);
  });
});

describe('Normal events', () => {
  it('mean nothing by themselves', () => {
    const events = ['ExternalProvisioning', 'Provisioning', 'Scheduled'].map(
      reason => eventOf({ type: 'Normal', reason, message: 'Vault is sealed' }),
    );
    expect(diagnose(events)).toEqual([]);
  });

  it.each([
    [
      'WaitForFirstConsumer',
      'waiting for first consumer to be created before binding',
      'waiting-for-pod',
    ],
    [
      'WaitForPodScheduled',
      'waiting for pod app-0 to be scheduled',
      'waiting-for-scheduling',
    ],
    [
      'FailedBinding',
      'no persistent volumes available for this claim and no storage class is set',
      'storage-class-unset',
    ],
  ])('%s says why a claim waits', (reason, message, code) => {
    const diagnoses = diagnose([eventOf({ type: 'Normal', reason, message })]);
    expect(diagnoses.map(d => d.code)).toEqual([code]);
  });
});

describe('a credential in an event', () => {
  it('gets into no field', () => {
    const token = 'hvs.CAESIJlrcanarycanarycanarycanary';
    const shown = JSON.stringify(
      diagnose([
        eventOf({ message: `could not find KMS provider "${token}"` }),
        eventOf({ message: `odd ${token}` }),
      ]),
    );
    expect(shown).not.toContain('canary');
    expect(shown).toContain('[hidden]');
  });
});

it('has nothing to say of no events', () => {
  expect(diagnose([])).toEqual([]);
});
