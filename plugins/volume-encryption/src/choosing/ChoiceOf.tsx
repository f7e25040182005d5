import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';

/** A list of names to choose one of. */
export function ChoiceOf(props: {
  label: string;
  names: string[];
  chosen: string;
  onChoose: (name: string) => void;
}) {
  const { label, names, chosen, onChoose } = props;
  return (
    <TextField
      select
      id={`volume-encryption-${label.toLowerCase()}`}
      label={label}
      value={chosen}
      onChange={event => onChoose(event.target.value)}
      variant="outlined"
      size="small"
      margin="dense"
      style={{ minWidth: 200, marginRight: 16 }}
    >
      {names.map(name => (
        <MenuItem key={name} value={name}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
