import type { Plan } from './plan';

/** The plan with everything in it frozen: what was shown is what is run. */
export function freezePlan(plan: Plan): Plan {
  freeze(plan);
  return plan;
}

function freeze(value: unknown): void {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
}
