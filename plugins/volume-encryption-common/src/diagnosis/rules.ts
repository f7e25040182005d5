import { attachRules } from './attachRules';
import { cephNodeRules } from './cephNodeRules';
import { claimRules } from './claimRules';
import { connectionRules } from './connectionRules';
import type { DiagnosisRule } from './diagnosisRule';
import { mountRules } from './mountRules';
import { otherDriverRules } from './otherDriverRules';
import { schedulingRules } from './schedulingRules';
import { sourceRules } from './sourceRules';
import { storageRules } from './storageRules';
import { tenantRules } from './tenantRules';
import { vaultRules } from './vaultRules';

export { statusRules } from './statusRules';

/** Every text that is known by its words, from the claim to the mount. */
export const textRules: readonly DiagnosisRule[] = [
  ...claimRules,
  ...sourceRules,
  ...connectionRules,
  ...tenantRules,
  ...vaultRules,
  ...storageRules,
  ...schedulingRules,
  ...attachRules,
  ...cephNodeRules,
  ...mountRules,
  ...otherDriverRules,
];
