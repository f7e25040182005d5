import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  Lifecycle,
  LifecycleAct,
} from 'backstage-plugin-volume-encryption-common';
import { FactList } from '../facts';
import { actStatus, StatusBadge, StatusIcon, useToneStyles } from '../status';

const titles: Record<LifecycleAct['act'], string> = {
  expand: 'you let it grow',
  snapshot: 'you take a snapshot',
  restore: 'you restore a snapshot of it',
  clone: 'you clone it',
  delete: 'you delete its claim',
};

const useStyles = makeStyles(
  theme => ({
    acts: { listStyle: 'none', margin: 0, padding: 0 },
    act: { '& + &': { marginTop: theme.spacing(2) } },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1.5),
      marginBottom: theme.spacing(0.5),
    },
    title: { fontWeight: 700, minWidth: 176 },
    warning: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(1),
      marginTop: theme.spacing(0.5),
      borderRadius: theme.shape.borderRadius,
    },
    icon: { display: 'flex', flex: 'none', fontSize: 18, marginTop: 1 },
  }),
  { name: 'VolumeEncryptionLifecycle' },
);

/** Each act: whether it is possible, what it does, and what can be lost. */
export function LifecycleActs({ lifecycle }: { lifecycle: Lifecycle }) {
  const classes = useStyles();
  const { basis, acts } = lifecycle;
  return (
    <>
      {basis === 'storage-class' && (
        <Typography variant="body2" gutterBottom>
          There is no volume yet: this is what its class would do.
        </Typography>
      )}
      <ul className={classes.acts}>
        {acts.map(act => (
          <li key={act.act} className={classes.act}>
            <Act act={act} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Act({ act }: { act: LifecycleAct }) {
  const classes = useStyles();
  const { answer, reason, volume, key, warning } = act;
  return (
    <>
      <div className={classes.heading}>
        <Typography
          className={classes.title}
          variant="subtitle2"
          component="h4"
        >
          {titles[act.act]}
        </Typography>
        <StatusBadge status={actStatus[answer]} />
      </div>
      <FactList facts={{ Why: reason, Volume: volume, Key: key?.message }} />
      {warning && <Warning text={warning} />}
    </>
  );
}

function Warning({ text }: { text: string }) {
  const classes = useStyles();
  const tones = useToneStyles();
  return (
    <Typography
      className={`${classes.warning} ${tones.caution}`}
      variant="body2"
      component="div"
    >
      <span className={classes.icon} role="img" aria-label="warning">
        <StatusIcon name="warning" />
      </span>
      {text}
    </Typography>
  );
}
