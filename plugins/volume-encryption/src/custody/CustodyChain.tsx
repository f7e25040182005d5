import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { CustodyLink } from 'backstage-plugin-volume-encryption-common';
import { StatusIcon, useToneStyles } from '../status';
import { GradeChip } from './GradeChip';
import { linkKind, linkStatus } from './linkStatus';

const NODE_SIZE = 28;

const useStyles = makeStyles(
  theme => ({
    chain: { listStyle: 'none', margin: 0, padding: 0 },
    link: {
      position: 'relative',
      display: 'flex',
      gap: theme.spacing(1.5),
      paddingBottom: theme.spacing(1.75),
      '&:last-child': { paddingBottom: 0 },
      '&:not(:last-child)::before': {
        content: '""',
        position: 'absolute',
        top: NODE_SIZE,
        bottom: 0,
        left: NODE_SIZE / 2 - 1,
        borderLeft: `2px solid ${theme.palette.divider}`,
      },
    },
    severed: {
      '&:not(:last-child)::before': { borderLeftStyle: 'dotted' },
    },
    node: {
      flex: 'none',
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: NODE_SIZE,
      height: NODE_SIZE,
      borderRadius: '50%',
      border: `1px solid ${theme.palette.divider}`,
      fontSize: 18,
    },
    words: { minWidth: 0, flex: 1 },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.25, 1),
      minHeight: NODE_SIZE,
      paddingTop: theme.spacing(0.5),
    },
    kind: { color: theme.palette.text.secondary },
    name: {
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(13),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'VolumeEncryptionCustodyChain' },
);

/** The chain from claim to key: what each link is, its state and evidence. */
export function CustodyChain({ chain }: { chain: CustodyLink[] }) {
  const classes = useStyles();
  return (
    <ol className={classes.chain} aria-label="From the claim to its key">
      {chain.map(link => (
        <ChainLink key={`${link.kind}/${link.name}`} link={link} />
      ))}
    </ol>
  );
}

function ChainLink({ link }: { link: CustodyLink }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const status = linkStatus(link);
  const line = link.status === 'ok' ? '' : classes.severed;
  return (
    <li className={`${classes.link} ${line}`}>
      <span
        className={`${classes.node} ${tones[status.tone]}`}
        role="img"
        aria-label={status.label}
        title={status.label}
      >
        <StatusIcon name={status.icon} />
      </span>
      <div className={classes.words}>
        <div className={classes.heading}>
          <Typography className={classes.kind} variant="body2" component="span">
            {linkKind(link)}
          </Typography>
          <span className={classes.name}>{link.name}</span>
          <GradeChip grade={link.grade} />
        </div>
        <Typography variant="body2">{link.detail}</Typography>
      </div>
    </li>
  );
}
