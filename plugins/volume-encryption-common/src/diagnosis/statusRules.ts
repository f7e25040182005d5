import type { DiagnosisRule } from './diagnosisRule';
import { pages } from './pages';

/** The first gRPC status in a text, which is what the driver answered. */
function answered(status: string): RegExp {
  return new RegExp(
    `^(?:(?!rpc error:)[\\s\\S])*rpc error: code = ${status}\\b`,
  );
}

/**
 * What a driver's answer means where its words are not known, by the statuses
 * of the CSI specification. Internal, InvalidArgument and Unknown say nothing
 * by themselves.
 */
export const statusRules: readonly DiagnosisRule[] = [
  {
    code: 'driver-timeout',
    pattern: answered('DeadlineExceeded'),
    owner: 'storage-admin',
    cause: 'The driver did not answer in time.',
    nextStep:
      'If it lasts, check the health of the storage and of the KMS, and the log of the CSI pods.',
    link: pages.csiSpecification,
  },
  {
    code: 'driver-unavailable',
    pattern: answered('Unavailable'),
    owner: 'storage-admin',
    cause: 'The driver or its storage could not be reached.',
    nextStep:
      'Check that the CSI pods run, and that they reach the storage. It is tried again by itself.',
    link: pages.csiSpecification,
  },
  {
    code: 'operation-pending',
    pattern: answered('Aborted'),
    owner: 'storage-admin',
    cause: 'The driver is still busy with an earlier call for this volume.',
    nextStep:
      'If it lasts, check the health of the storage and the log of the CSI pods.',
    link: pages.csiSpecification,
  },
  {
    code: 'storage-exhausted',
    pattern: answered('ResourceExhausted'),
    owner: 'storage-admin',
    cause: 'The storage, its quota, or what a node can attach is used up.',
    nextStep:
      'Read in the text which limit is meant; free space, raise the quota, or add a node.',
    link: pages.csiSpecification,
  },
  {
    code: 'storage-denied',
    pattern: answered('(?:PermissionDenied|Unauthenticated)'),
    owner: 'platform-team',
    cause: "The storage does not let the driver's identity do this.",
    nextStep:
      "Check the driver's credential: the Secret that the class names, or its cloud identity.",
    link: pages.csiSpecification,
  },
  {
    code: 'storage-object-missing',
    pattern: answered('NotFound'),
    owner: 'storage-admin',
    cause:
      'The storage does not know the volume, snapshot or node that is meant.',
    nextStep:
      'Look in the storage for what the text names, before anything is cleaned up.',
    link: pages.csiSpecification,
  },
  {
    code: 'claim-out-of-range',
    pattern: answered('OutOfRange'),
    owner: 'developer',
    cause: 'The driver cannot make a volume of that size.',
    nextStep: 'Ask for a size within the range that the text names.',
    link: pages.csiSpecification,
  },
  {
    code: 'volume-differs',
    pattern: answered('AlreadyExists'),
    owner: 'storage-admin',
    cause:
      'The storage already has a volume of that name that is not as asked for.',
    nextStep:
      'Make the claim again under another name; find out whose the other volume is.',
    link: pages.csiSpecification,
  },
  {
    code: 'storage-not-ready',
    pattern: answered('FailedPrecondition'),
    owner: 'storage-admin',
    cause:
      'The volume is not in the state that the step needs, such as still in use.',
    nextStep: 'End what uses the volume; read in the text what is required.',
    link: pages.csiSpecification,
  },
  {
    code: 'driver-lacks-feature',
    pattern: answered('Unimplemented'),
    owner: 'platform-team',
    cause: 'The driver does not know how to do what is asked.',
    nextStep:
      'Use a class of a driver that does, or a newer release of this one.',
    link: pages.csiSpecification,
  },
];
