import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { Choice } from './ChoiceSource';

/** A text field that offers choices, each with its small print. */
export function ChoiceInput<T>(props: {
  id?: string;
  label: string;
  required?: boolean;
  disabled: boolean;
  loading: boolean;
  invalid: boolean;
  choices: Choice<T>[];
  chosen?: Choice<T>;
  onChoose: (choice: Choice<T> | undefined) => void;
}) {
  return (
    <Autocomplete
      id={props.id}
      options={props.choices}
      value={props.chosen ?? null}
      onChange={(_event, choice) => props.onChoose(choice ?? undefined)}
      loading={props.loading}
      disabled={props.disabled}
      getOptionLabel={({ label }) => label}
      getOptionDisabled={({ unusable }) => unusable !== undefined}
      renderOption={choice => <ChoiceOption choice={choice} />}
      renderInput={params => (
        <TextField
          {...params}
          label={props.label}
          required={props.required}
          error={props.invalid}
          margin="dense"
          variant="outlined"
        />
      )}
    />
  );
}

function ChoiceOption<T>({ choice }: { choice: Choice<T> }) {
  return (
    <div>
      {choice.label}
      <Typography variant="caption" color="textSecondary" component="div">
        {choice.unusable ?? choice.detail}
      </Typography>
    </div>
  );
}
