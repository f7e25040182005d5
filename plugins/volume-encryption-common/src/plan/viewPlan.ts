import type { PlanView } from '../contract/api';
import type { Plan } from './plan';
import { renderManifests } from './renderManifests';

/** The plan as it is shown before anything is changed. @public */
export function viewPlan(plan: Plan): PlanView {
  return {
    operation: plan.operation,
    steps: plan.steps.map(({ id, title, change }) => ({ id, title, change })),
    manifests: renderManifests(plan),
    notes: [...plan.notes],
  };
}
