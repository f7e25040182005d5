import { checkKeys, onlyOneOf } from './checks';
import type { Section } from './Section';
import type { KmsAuth } from './types';

const METHODS = ['tokenFile', 'token', 'kubernetes', 'appRole', 'jwt'] as const;

/** Where a pod has the token of its ServiceAccount. */
const SERVICE_ACCOUNT_TOKEN =
  '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** Stands for what could not be read; the problem has been told. */
const NONE: KmsAuth = { method: 'token', token: '' };

/** The `auth` of one KMS, or of its custodian: exactly one method. */
export function readKmsAuth(kms: Section): KmsAuth {
  if (!kms.has('auth')) {
    kms.refuse('auth', `give one of ${METHODS.join(', ')}`);
    return NONE;
  }
  const auth = kms.section('auth');
  if (!auth) return NONE;
  checkKeys(auth, METHODS);
  switch (onlyOneOf(auth, METHODS)) {
    case 'token':
      return { method: 'token', token: auth.optionalText('token') ?? '' };
    case 'tokenFile':
      return {
        method: 'token-file',
        file: auth.optionalText('tokenFile') ?? '',
      };
    case 'kubernetes':
      return readKubernetes(auth);
    case 'appRole':
      return readAppRole(auth);
    case 'jwt':
      return readJwt(auth);
    default:
      return NONE;
  }
}

function readKubernetes(auth: Section): KmsAuth {
  const section = auth.section('kubernetes');
  if (!section) return NONE;
  checkKeys(section, ['role', 'mountPath', 'tokenFile']);
  return {
    method: 'kubernetes',
    role: section.text('role', 'name the role to log in to in Vault'),
    mountPath: section.optionalText('mountPath') ?? 'kubernetes',
    tokenFile: section.optionalText('tokenFile') ?? SERVICE_ACCOUNT_TOKEN,
  };
}

function readAppRole(auth: Section): KmsAuth {
  const section = auth.section('appRole');
  if (!section) return NONE;
  checkKeys(section, ['roleId', 'secretIdFile', 'mountPath']);
  return {
    method: 'app-role',
    roleId: section.text('roleId', 'give the role id'),
    secretIdFile: section.text(
      'secretIdFile',
      'name the file of the secret id',
    ),
    mountPath: section.optionalText('mountPath') ?? 'approle',
  };
}

function readJwt(auth: Section): KmsAuth {
  const section = auth.section('jwt');
  if (!section) return NONE;
  checkKeys(section, ['role', 'mountPath', 'tokenFile']);
  return {
    method: 'jwt',
    role: section.text('role', 'name the role to log in to in Vault'),
    mountPath: section.optionalText('mountPath') ?? 'jwt',
    tokenFile: section.text('tokenFile', 'name the file of the JWT'),
  };
}
