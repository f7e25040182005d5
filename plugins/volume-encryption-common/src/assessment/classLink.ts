import { readClassParameters } from '../storageClass/readEncryptionParameters';
import { classFindings } from './classFindings';
import type { Evidence } from './evidence';
import type { LinkFinding } from './linkFinding';

/** The class of the volume's name as it is today: what is asked, no more. */
export function classLink(evidence: Evidence): LinkFinding {
  const { claim, storageClass } = evidence.facts;
  const kind = 'storage-class';
  const name = claim.storageClassName ?? 'none named';
  const unknown = { kind, name, status: 'unknown', grade: 'E0' } as const;
  if (storageClass.status === 'unknown') {
    const detail = `The class could not be read: ${storageClass.detail}`;
    return { ...unknown, code: 'class-unread', detail };
  }
  if (!storageClass.value) {
    const detail =
      'There is no class of that name today. Volumes that it made are not affected.';
    return { ...unknown, code: 'class-missing', detail };
  }
  const [remark] = classFindings(evidence);
  if (remark) {
    const { code, message: detail } = remark;
    return { kind, name, status: 'warning', grade: 'E0', code, detail };
  }
  const { provisioner, parameters } = storageClass.value;
  const { encryption } = readClassParameters(provisioner, parameters);
  const detail = `The class asks for encryption "${encryption}". The volume's own record counts.`;
  return {
    kind,
    name,
    status: 'ok',
    grade: 'E1',
    code: 'class-predicts',
    detail,
  };
}
