import {
  isolationPaths,
  isolationRow,
  unknownRow,
  type IsolationQuestion,
  type IsolationRow,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { lookUpOurToken, type TenantCredential } from '../custody';
import { wordsOf } from '../vault/VaultRefusal';

const GONE =
  'The KMS does not know the token that was delivered to it any more.';

/**
 * The row of a tenant that has a token, asked of the KMS by the accessor: so it
 * counts too what the token's entity was given. The accessor is used only after
 * the KMS has said that it is that of our token for this tenant.
 * @param its.message - what is to be said of it besides
 */
export async function tokenRow(
  kms: Kms,
  question: IsolationQuestion,
  its: { credential?: TenantCredential; message?: string },
): Promise<IsolationRow> {
  const { credential, message } = its;
  const accessor = credential?.accessor;
  if (!credential || !accessor) {
    return unknownRow(question, 'No token was delivered to it by the portal.');
  }
  try {
    const token = await lookUpOurToken(credential, kms.tokens);
    if (!token) return unknownRow(question, GONE);
    const paths = isolationPaths(question);
    const answers = await kms.capabilities.ofAccessor(accessor, paths, {});
    if (!answers) return unknownRow(question, GONE);
    const capabilitiesOf = (path: string) => answers.get(path);
    return isolationRow(question, {
      ...{ basis: 'asked', capabilitiesOf, message },
    });
  } catch (error) {
    return unknownRow(question, wordsOf(error));
  }
}
