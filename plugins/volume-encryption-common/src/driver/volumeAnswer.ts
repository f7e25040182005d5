import type { EvidenceGrade, Protection } from '../contract/api';
import type { ReasonCode } from '../contract/reasons';
import type { SecretName } from '../kubernetes/objects';

/** What keeps the key, as far as a driver's objects tell. @public */
export type KeyHolder =
  'kms' | 'secret' | 'provider' | 'array' | 'node' | 'none' | 'unknown';

/** What an answer rests on, and so what can void it. @public */
export type AnswerBasis =
  /** What the driver wrote on the volume when it made it. */
  | 'record'
  /** The vendor's own object, or what its controller reported at attach. */
  | 'vendor-object'
  /** The name alone: the service encrypts whatever it stores. */
  | 'floor'
  /** The kind of volume: what mounts it has no encryption to offer. */
  | 'source';

/** A volume that is encrypted by what was found. @public */
export interface EncryptedAnswer {
  says: 'encrypted';
  verdict: Exclude<Protection['verdict'], 'none' | 'unknown'>;
  grade: 'E2' | 'E3';
  basis: AnswerBasis;
  holder: KeyHolder;
  /** The Secret that holds the key, where `holder` is `secret`. */
  secret?: SecretName;
  /** True when the driver makes a Secret for each volume. */
  isSecretOfVolume?: boolean;
  /** True when another pod opens it, so that the mount of this one proves nothing. */
  isOpenedElsewhere?: boolean;
  /** A sentence: what was found. */
  evidence: string;
}

/** What one volume's objects say of its encryption. @public */
export type VolumeAnswer =
  | EncryptedAnswer
  | {
      says: 'unencrypted';
      grade: 'E2' | 'E3';
      basis: AnswerBasis;
      evidence: string;
    }
  /** Nothing that was read settles it. */
  | {
      says: 'unsettled';
      code: ReasonCode;
      grade: EvidenceGrade;
      why: string;
    };

/** What a class's parameters ask its driver for. @public */
export interface ClassAsk {
  asks: Protection['verdict'] | 'invalid';
  /** True for a name that may or may not mean encryption, such as a policy's. */
  isVague?: boolean;
  /** A sentence: by which parameter, and what it is worth. */
  why: string;
}

/** Is the data encrypted between the mount and the storage? @public */
export interface InFlightAnswer {
  answer: 'encrypted' | 'clear' | 'unknown';
  why: string;
}
