import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import Search from '@material-ui/icons/Search';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { SEARCH_MAX } from './listQuery';

const PAUSE_MS = 300;

/** A field for a part of a name; asks when the typing pauses. */
export function NameSearch(props: {
  /** Such as `Find by namespace or cluster`. */
  label: string;
  search: string;
  onSearch: (search: string) => void;
}) {
  const { label, search, onSearch } = props;
  const [text, setText] = useState(search);
  useEffect(() => setText(search), [search]);
  useDebounce(
    () => {
      if (text.trim() !== search) onSearch(text.trim());
    },
    PAUSE_MS,
    [text],
  );
  return (
    <TextField
      type="search"
      placeholder={label}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{ 'aria-label': label, maxLength: SEARCH_MAX }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <Search fontSize="small" />
          </InputAdornment>
        ),
      }}
    />
  );
}
