import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import Search from '@material-ui/icons/Search';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

const PAUSE_MS = 300;

/** Longer than any name; the backend refuses more. */
export const SEARCH_MAX = 253;

const LABEL = 'Find by claim, namespace or cluster';

/** A field for a part of a name; asks when the typing pauses. */
export function VolumeSearch(props: {
  search: string;
  onSearch: (search: string) => void;
}) {
  const { search, onSearch } = props;
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
      placeholder={LABEL}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{ 'aria-label': LABEL, maxLength: SEARCH_MAX }}
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
