import { makeStyles } from '@material-ui/core/styles';
import type { SetupObject } from 'backstage-plugin-volume-encryption-common';

const useStyles = makeStyles(
  theme => ({
    lines: {
      borderCollapse: 'collapse',
      margin: theme.spacing(1, 0),
      ...theme.typography.body2,
      '& th': {
        textAlign: 'left',
        fontWeight: 500,
        color: theme.palette.text.secondary,
      },
      '& th, & td': {
        padding: theme.spacing(0.25, 2, 0.25, 0),
        verticalAlign: 'top',
      },
      '& code': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
    },
  }),
  { name: 'VolumeEncryptionDifferingLines' },
);

/** Lines or settings that differ: as they should be beside as they are. */
export function DifferingLines({ lines }: Pick<SetupObject, 'lines'>) {
  const classes = useStyles();
  return (
    <table className={classes.lines}>
      <thead>
        <tr>
          <th>Where</th>
          <th>Should be</th>
          <th>Is</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ where, expected, actual }) => (
          <tr key={`${where}/${expected}/${actual}`}>
            <td>{where}</td>
            <td>{said(expected)}</td>
            <td>{said(actual)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function said(text: string | undefined) {
  return text === undefined ? 'nothing' : <code>{text}</code>;
}
