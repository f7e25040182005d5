import { VolumeEncryptionError } from '../contract/errors';
import { namespaceTemplate } from '../custodySetup/tenantRules';
import { capabilitiesBy } from '../vaultPolicy/capabilitiesAt';
import { parsePolicy } from '../vaultPolicy/parsePolicy';

/**
 * What a tenant's ServiceAccount may do at a path, from the text of the policy
 * that its login gets, with its namespace put in as the KMS does. Throws
 * `invalid-input` when the policy is not understood, or has a template whose
 * value is not known.
 * @param accessor - of the auth mount at which it logs in
 *
 * @public
 */
export function derivedCapabilities(
  policy: string,
  { accessor, namespace }: { accessor: string; namespace: string },
): (path: string) => string[] {
  const template = namespaceTemplate(accessor);
  const rules = parsePolicy(policy).map(rule => ({
    ...rule,
    path: rule.path.replaceAll(template, namespace),
  }));
  const open = rules.find(({ path }) => path.includes('{{'));
  if (open) {
    throw new VolumeEncryptionError(
      'invalid-input',
      `What the KMS puts into ${JSON.stringify(open.path)} is not known.`,
    );
  }
  return capabilitiesBy(rules);
}
