import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { volumeEncryptionApiRef } from '../api';
import type { ChoiceSource } from './ChoiceSource';
import { formState } from './formState';

/**
 * Accepts only what is offered at this moment, so that a value of a link or of
 * an earlier choice that no longer fits is caught before the last step. No
 * value at all is left to the template's `required`.
 */
export function choiceValidation<T, Scope>(
  source: ChoiceSource<T, Scope>,
): CustomFieldValidator<T> {
  return async (value, field, { apiHolder, formData, uiSchema }) => {
    if (value === undefined) return;
    const api = apiHolder.get(volumeEncryptionApiRef);
    const options = uiSchema?.['ui:options'];
    const scope = source.scopeOf(formState({ formData, options }));
    const key = source.keyOf(value);
    if (!api || scope === undefined || key === undefined) {
      field.addError(`Choose one. ${source.waitingFor}`.trim());
      return;
    }
    const { choices } = await source.load(api, scope);
    const chosen = choices.find(choice => source.keyOf(choice.value) === key);
    if (!chosen) {
      field.addError(`${key} is not offered here. Choose one of the list.`);
    } else if (chosen.unusable) {
      field.addError(`${key} cannot be used: ${chosen.unusable}`);
    }
  };
}
