import type { Finding } from '../contract/reasons';
import type { EncryptionAsked } from '../driver/encryptionAsked';
import { classProblems } from '../storageClass/classProblems';
import { readClassParameters } from '../storageClass/readEncryptionParameters';
import type { Evidence } from './evidence';
import { newerClass } from './newerClass';
import type { VolumeFacts } from './volumeFacts';

/** What should be known of the class beside the volume's record; never evidence. */
export function classFindings({ facts, record }: Evidence): Finding[] {
  const { storageClass } = facts;
  if (storageClass.status === 'unknown' || !storageClass.value) return [];
  if (record.state !== 'recorded') return [];
  const { meta, provisioner, parameters } = storageClass.value;
  const now = readClassParameters(provisioner, parameters).encryption;
  const was = record.asked.encryption;
  const change =
    now === was
      ? undefined
      : `It asks for encryption "${now}", the volume was made with "${was}".`;
  const newer = newerClass(meta, record.volume, change);
  if (newer) return [newer];
  if (!change) return [];
  return [
    {
      code: 'class-differs',
      severity: 'warning',
      message: `The class "${meta.name}" asks for encryption "${now}", the volume was made with "${was}". The volume's own record counts.`,
    },
  ];
}

/** What may be expected of a claim that has no volume yet. A prediction only. */
export function classPrediction(facts: VolumeFacts): Finding[] {
  const { claim, connections, storageClass } = facts;
  const name = claim.storageClassName;
  if (!name) {
    return [
      {
        code: 'class-unset',
        severity: 'warning',
        message:
          'The claim names no class, so what its volume would be cannot be predicted. Name an encrypted class in a new claim.',
      },
    ];
  }
  if (storageClass.status === 'unknown') {
    return [
      {
        code: 'class-unread',
        severity: 'warning',
        message: `The class "${name}" could not be read: ${storageClass.detail}`,
      },
    ];
  }
  if (!storageClass.value) return [classMissing(name)];
  const { provisioner, parameters } = storageClass.value;
  const asked = readClassParameters(provisioner, parameters);
  return [predicts(name, asked), ...classProblems(asked, connections)];
}

function predicts(name: string, asked: EncryptionAsked): Finding {
  const kms = 'kmsId' in asked && asked.kmsId ? `, KMS "${asked.kmsId}"` : '';
  return {
    code: 'class-predicts',
    severity: 'info',
    grade: 'E1',
    message: `The class "${name}" asks for encryption "${asked.encryption}"${kms}. A prediction: the volume's own record will count.`,
  };
}

function classMissing(name: string): Finding {
  return {
    code: 'class-missing',
    severity: 'error',
    message: `There is no class "${name}" on this cluster. Make the claim again with a class that exists.`,
  };
}
