import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import GetApp from '@material-ui/icons/GetApp';
import { useEffect, useRef, useState } from 'react';
import { volumeEncryptionApiRef, type VolumeEncryptionApi } from '../api';
import { saveFile } from './saveFile';

/** Saves all that the filters let through, not the page alone, as a CSV file. */
export function DownloadCsv(props: {
  /** Such as `volumes`. */
  what: string;
  fileName: string;
  ask: (api: VolumeEncryptionApi, signal: AbortSignal) => Promise<Blob>;
}) {
  const { what, fileName, ask } = props;
  const api = useApi(volumeEncryptionApiRef);
  const [isLoading, setLoading] = useState(false);
  const [failure, setFailure] = useState<string>();
  const stop = useRef<AbortController>();
  useEffect(() => () => stop.current?.abort(), []);
  const download = async () => {
    const { signal } = (stop.current = new AbortController());
    setLoading(true);
    setFailure(undefined);
    try {
      saveFile(fileName, await ask(api, signal));
    } catch (error) {
      if (!signal.aborted) setFailure(messageOf(error));
    } finally {
      setLoading(false);
    }
  };
  if (isLoading) {
    return (
      <Button size="small" onClick={() => stop.current?.abort()}>
        Cancel download
      </Button>
    );
  }
  return (
    <>
      {failure && (
        <Typography role="alert" variant="body2" color="error">
          The file was not made: {failure}
        </Typography>
      )}
      <Button
        size="small"
        variant="outlined"
        startIcon={<GetApp />}
        onClick={() => void download()}
        aria-label={`Download all ${what} as CSV`}
      >
        CSV
      </Button>
    </>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'it failed unexpectedly.';
}
