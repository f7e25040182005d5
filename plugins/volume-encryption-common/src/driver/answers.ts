import type {
  AnswerBasis,
  ClassAsk,
  EncryptedAnswer,
  InFlightAnswer,
  VolumeAnswer,
} from './volumeAnswer';

type Unsettled = Extract<VolumeAnswer, { says: 'unsettled' }>;

/** The driver recorded encryption with a key that the customer gave. */
export function customerKey(
  found: Pick<
    EncryptedAnswer,
    'evidence' | 'holder' | 'secret' | 'isSecretOfVolume' | 'isOpenedElsewhere'
  > & {
    grade?: 'E2' | 'E3';
    basis?: AnswerBasis;
  },
): EncryptedAnswer {
  const grade = found.grade ?? 'E2';
  return {
    says: 'encrypted',
    verdict: 'volume/customer-key',
    basis: grade === 'E3' ? 'vendor-object' : 'record',
    ...found,
    grade,
  };
}

/** The service encrypts all that it stores, whatever it is asked for. */
export function providerFloor(evidence: string): EncryptedAnswer {
  return {
    says: 'encrypted',
    verdict: 'volume/provider-key',
    grade: 'E2',
    basis: 'floor',
    holder: 'provider',
    evidence,
  };
}

/** Recorded without encryption of its own. */
export function unencrypted(
  evidence: string,
  basis: AnswerBasis = 'record',
): VolumeAnswer {
  const grade = basis === 'vendor-object' ? 'E3' : 'E2';
  return { says: 'unencrypted', grade, basis, evidence };
}

/** The driver writes nothing of encryption on a volume. */
export function nothingRecorded(why: string): Unsettled {
  return { says: 'unsettled', code: 'nothing-recorded', grade: 'E0', why };
}

/** Something is recorded that does not say what the driver did. */
export function ambiguous(why: string): Unsettled {
  return { says: 'unsettled', code: 'record-ambiguous', grade: 'E2', why };
}

/** Two facts that cannot both be true. */
export function contradiction(why: string): Unsettled {
  return { says: 'unsettled', code: 'facts-contradict', grade: 'E2', why };
}

/** A class that asks for nothing that the driver could encrypt by. */
export function asksNothing(why: string): ClassAsk {
  return { asks: 'unknown', why };
}

export const ASKS_FOR_LUKS: ClassAsk = {
  asks: 'volume/customer-key',
  why: 'The class asks for LUKS.',
};

export const ASKS_FOR_NONE: ClassAsk = {
  asks: 'none',
  why: 'The class asks for no encryption.',
};

/** Host-side encryption puts ciphertext on the wire. */
export function openedOnNode(
  isOpenedOnNode: boolean,
  otherwise: InFlightAnswer,
): InFlightAnswer {
  if (!isOpenedOnNode) return otherwise;
  return {
    answer: 'encrypted',
    why: 'The node that mounts the volume encrypts and decrypts it, so only ciphertext leaves it.',
  };
}

/** Nothing that was read says how the data travels. */
export function notKnownInFlight(why: string): InFlightAnswer {
  return { answer: 'unknown', why };
}

/** For drivers of whose wire nothing is written on a volume. */
export const UNTOLD_IN_FLIGHT = notKnownInFlight(
  'Nothing on the volume says how its data travels.',
);

/** For volumes that are on the node itself. */
export const STAYS_ON_NODE: InFlightAnswer = {
  answer: 'unknown',
  why: 'The data is on the node that mounts it, so there is no wire to encrypt.',
};
