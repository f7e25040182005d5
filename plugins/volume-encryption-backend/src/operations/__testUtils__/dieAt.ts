import { TenantCredentialStore } from '../../custody';
import type { Workbench } from './Workbench';

/** A moment of a run at which the process ends. */
export interface Death {
  when: 'before' | 'after';
  act:
    | 'ensureMount'
    | 'recordIntent'
    | 'mint'
    | 'recordMinted'
    | 'apply'
    | 'recordDelivered';
  /** Which time the act is done, from 1. */
  time?: number;
}

/** What a dead process answers. */
export const died = 'The process is dead.';

/**
 * Makes the workbench's process die at a moment: from then on it does nothing,
 * neither on the cluster nor in the KMS nor in the database, until
 * `jest.restoreAllMocks` starts it again.
 */
export function dieAt(
  death: Death,
  { kms, cluster, credentials }: Workbench,
): void {
  const { mortal } = lifeUntil(death);
  const { ensureMount, tokens } = kms;
  const { mint, revoke } = tokens;
  const { writer } = cluster;
  const { apply } = writer;
  const store = TenantCredentialStore.prototype;
  const recordIntent = store.recordIntent.bind(credentials);
  const recordMinted = store.recordMinted.bind(credentials);
  const recordDelivered = store.recordDelivered.bind(credentials);
  const spies = {
    ensureMount: jest.spyOn(kms, 'ensureMount'),
    mint: jest.spyOn(tokens, 'mint'),
    revoke: jest.spyOn(tokens, 'revoke'),
    apply: jest.spyOn(writer, 'apply'),
    recordIntent: jest.spyOn(credentials, 'recordIntent'),
    recordMinted: jest.spyOn(credentials, 'recordMinted'),
    recordDelivered: jest.spyOn(credentials, 'recordDelivered'),
  };
  spies.ensureMount.mockImplementation(mortal('ensureMount', ensureMount));
  spies.mint.mockImplementation(mortal('mint', mint));
  spies.revoke.mockImplementation(mortal('revoke', revoke));
  spies.apply.mockImplementation(mortal('apply', apply));
  spies.recordIntent.mockImplementation(mortal('recordIntent', recordIntent));
  spies.recordMinted.mockImplementation(mortal('recordMinted', recordMinted));
  spies.recordDelivered.mockImplementation(
    mortal('recordDelivered', recordDelivered),
  );
}

function lifeUntil({ when, act, time = 1 }: Death) {
  let isDead = false;
  let times = 0;
  const endIf = (isNow: boolean) => {
    isDead ||= isNow;
    if (isDead) throw new Error(died);
  };
  function mortal<A extends unknown[], R>(
    name: string,
    original: (...given: A) => Promise<R>,
  ) {
    return async (...given: A): Promise<R> => {
      if (name === act) times += 1;
      const isTheMoment = name === act && times === time;
      endIf(isTheMoment && when === 'before');
      const result = await original(...given);
      endIf(isTheMoment && when === 'after');
      return result;
    };
  }
  return { mortal };
}
