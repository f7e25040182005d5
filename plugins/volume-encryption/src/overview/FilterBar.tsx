import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import {
  VOLUME_FILTERS,
  type VolumeFilter,
} from 'backstage-plugin-volume-encryption-common';
import { NameSearch } from '../paging';
import { choices, filterTitles } from './filterLabels';
import type { AddressFilter } from './useVolumeFilter';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(2),
      '& .MuiTextField-root': { minWidth: 150 },
    },
  }),
  { name: 'VolumeEncryptionFilterBar' },
);

/** Filters that are chosen from a list; the others come with links. */
const chosen = Object.keys(choices) as (keyof typeof choices)[];

/** What the address lets through, and how to change it. */
export function FilterBar({ address }: { address: AddressFilter }) {
  const classes = useStyles();
  const { filter, change } = address;
  const linked = VOLUME_FILTERS.filter(
    name => filter[name] && name !== 'search' && !isChosen(name),
  );
  const given = VOLUME_FILTERS.filter(name => filter[name]);
  const none = Object.fromEntries(given.map(name => [name, undefined]));
  return (
    <div className={classes.bar} role="search" aria-label="Filters">
      <NameSearch
        label="Find by claim, namespace or cluster"
        search={filter.search ?? ''}
        onSearch={search =>
          change({ search: search || undefined }, { replace: true })
        }
      />
      {chosen.map(name => (
        <Choice key={name} name={name} address={address} />
      ))}
      {linked.map(name => (
        <Chip
          key={name}
          label={`${filterTitles[name]}: ${filter[name]}`}
          onDelete={() => change({ [name]: undefined })}
        />
      ))}
      {given.length > 0 && (
        <Button size="small" onClick={() => change(none)}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

function Choice(props: { name: keyof typeof choices; address: AddressFilter }) {
  const { name, address } = props;
  const words: Record<string, string> = choices[name];
  const value = address.filter[name];
  return (
    <TextField
      select
      id={`volume-encryption-filter-${name}`}
      label={filterTitles[name]}
      // The backend says what is wrong with one that is not in the list.
      value={value && Object.hasOwn(words, value) ? value : ''}
      onChange={event =>
        address.change({ [name]: event.target.value || undefined })
      }
      InputLabelProps={{ shrink: true }}
      SelectProps={{ displayEmpty: true }}
    >
      <MenuItem value="">All</MenuItem>
      {Object.entries(words).map(([key, label]) => (
        <MenuItem key={key} value={key}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}

function isChosen(name: keyof VolumeFilter): boolean {
  return Object.hasOwn(choices, name);
}
