import Button from '@material-ui/core/Button';
import GetApp from '@material-ui/icons/GetApp';
import { saveFile } from '../downloads/saveFile';

/** Saves a text as a file of this name; nothing leaves the browser. */
export function DownloadButton(props: {
  name: string;
  text: string;
  /** What the button says where the name is too long for its place. */
  label?: string;
}) {
  const { name, text, label = `Download ${name}` } = props;
  const save = () => saveFile(name, new Blob([text], { type: 'text/plain' }));
  return (
    <Button
      variant="outlined"
      size="small"
      startIcon={<GetApp />}
      onClick={save}
      aria-label={`Download ${name}`}
    >
      {label}
    </Button>
  );
}
