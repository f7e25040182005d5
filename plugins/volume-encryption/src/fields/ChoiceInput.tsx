import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete, {
  createFilterOptions,
} from '@material-ui/lab/Autocomplete';
import type { Choice } from './ChoiceSource';

/** More are not drawn at a time: a browser is slow with thousands. */
const LISTED_MAX = 100;

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
  const isLong = props.choices.length > LISTED_MAX;
  return (
    <Autocomplete
      id={props.id}
      options={props.choices}
      value={props.chosen ?? null}
      onChange={(_event, choice) => props.onChoose(choice ?? undefined)}
      loading={props.loading}
      disabled={props.disabled}
      filterOptions={createFilterOptions({ limit: LISTED_MAX })}
      getOptionLabel={({ label }) => label}
      getOptionDisabled={({ unusable }) => unusable !== undefined}
      renderOption={choice => <ChoiceOption choice={choice} />}
      renderInput={params => (
        <TextField
          {...params}
          label={props.label}
          helperText={
            isLong &&
            `Lists ${LISTED_MAX} of ${props.choices.length} at most: type a part of the name.`
          }
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
