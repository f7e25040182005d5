import Typography from '@material-ui/core/Typography';
import type { KmsKeyPage } from 'backstage-plugin-volume-encryption-common';
import { Age } from '../time';

/** How far the lists have come that the table rests on, and how old they are. */
export function LooksInShort({ looks }: Pick<KmsKeyPage, 'looks'>) {
  const { folders, done, failed, oldestAt, newestAt } = looks;
  return (
    <Typography variant="caption" color="textSecondary" component="p">
      {done < folders
        ? `${done.toLocaleString('en')} of ${folders.toLocaleString('en')} mounts of keys were listed so far`
        : `All ${folders.toLocaleString('en')} mounts of keys were listed`}
      {oldestAt && newestAt && (
        <>
          , the oldest <Age at={oldestAt} />, the newest <Age at={newestAt} />
        </>
      )}
      {failed > 0 && `; ${failed.toLocaleString('en')} not when last tried`}.
      They are listed again and again, a few at a time. Names only, never a key.
    </Typography>
  );
}
