import type { TenantFacts } from '../assessment/volumeFacts';
import type { Preflight, PreflightOutcome } from '../contract/api';
import { freshOf } from '../observation/freshOf';
import { valueOf } from '../observation/observed';
import type { Check } from './Check';
import {
  accessModeCheck,
  bindingModeCheck,
  classCheck,
  classSecretsCheck,
} from './classChecks';
import { classCustody } from './classCustody';
import { connectionCheck } from './connectionCheck';
import { credentialCheck } from './credentialCheck';
import { driverCheck } from './driverCheck';
import { keyMountCheck, kmsCheck } from './kmsChecks';
import { claimCheck, consentCheck, namespaceCheck } from './namespaceChecks';
import type { PreflightFacts } from './preflightFacts';
import { quotaCheck } from './quotaCheck';
import { sizeLimitsCheck } from './sizeChecks';

/** Each looks at one thing; all are asked, in the order of what rests on what. */
const checks: readonly Check[] = [
  namespaceCheck,
  consentCheck,
  claimCheck,
  sizeLimitsCheck,
  quotaCheck,
  classCheck,
  classSecretsCheck,
  accessModeCheck,
  bindingModeCheck,
  driverCheck,
  connectionCheck,
  kmsCheck,
  keyMountCheck,
  credentialCheck,
];

/** The gravest first. */
const OUTCOMES: readonly PreflightOutcome[] = ['blocked', 'unknown', 'warning'];

/**
 * What stands in the way of a claim, before it is made. A fact that is not known
 * makes a check `unknown` and never `ok`; what hangs on a class or a connection
 * that is not known is not listed again.
 *
 * @public
 */
export function preflight(facts: PreflightFacts): Preflight {
  const storageClass = valueOf(facts.storageClass);
  const custody =
    storageClass &&
    classCustody(storageClass, {
      connections: facts.connections,
      tenantConfigMap: facts.tenant.configMap,
    });
  const outlook = { ...facts, tenant: freshTenant(facts), custody };
  const found = checks.flatMap(check => check(outlook));
  const outcome =
    OUTCOMES.find(it => found.some(check => check.outcome === it)) ?? 'ok';
  return { outcome, checks: found, observedAt: facts.now };
}

/** What stands in for an answer may be too old to say what is now. */
function freshTenant({ tenant, now }: PreflightFacts): TenantFacts {
  return {
    ...tenant,
    role: freshOf(tenant.role, now),
    tokenSecret: freshOf(tenant.tokenSecret, now),
    tokenTerm: freshOf(tenant.tokenTerm, now),
  };
}
