import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import Typography from '@material-ui/core/Typography';
import { useEffect } from 'react';
import { ChoiceInput } from './ChoiceInput';
import { ChoiceNote } from './ChoiceNote';
import type { ChoiceSource } from './ChoiceSource';
import { formState } from './formState';
import { useChoices } from './useChoices';

/** The template field of a source of choices. */
export function ChoiceField<T, Scope>(props: {
  source: ChoiceSource<T, Scope>;
  field: FieldExtensionComponentProps<T>;
}) {
  const { source, field } = props;
  const { formData: value, onChange, schema, uiSchema, rawErrors } = field;
  const scope = source.scopeOf(
    formState({
      formData: field.formContext?.formData,
      options: uiSchema?.['ui:options'],
    }),
  );
  const state = useChoices(source, scope);
  const offered = state.step === 'ready' ? state.offered : undefined;
  const key = source.keyOf(value);
  const chosen = offered?.choices.find(
    choice => key !== undefined && source.keyOf(choice.value) === key,
  );

  const isGone = key !== undefined && offered?.problems.length === 0 && !chosen;
  useEffect(() => {
    if (isGone) onChange(undefined);
  }, [isGone, onChange]);

  return (
    <ScaffolderField
      rawErrors={rawErrors}
      rawDescription={uiSchema?.['ui:description'] ?? schema.description}
      required={field.required}
      disabled={field.disabled}
    >
      <ChoiceInput
        id={field.idSchema?.$id}
        label={schema.title ?? source.title}
        required={field.required}
        disabled={field.disabled || field.readonly || state.step !== 'ready'}
        loading={state.step === 'loading'}
        invalid={Boolean(rawErrors?.length)}
        choices={offered?.choices ?? []}
        chosen={chosen}
        onChoose={choice => onChange(choice?.value)}
      />
      {chosen?.detail && (
        <Typography variant="caption" color="textSecondary">
          {chosen.detail}
        </Typography>
      )}
      <ChoiceNote
        state={state}
        waitingFor={source.waitingFor}
        emptyText={scope === undefined ? '' : source.emptyText(scope)}
      />
    </ScaffolderField>
  );
}
