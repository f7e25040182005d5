import Button from '@material-ui/core/Button';
import GetApp from '@material-ui/icons/GetApp';

/** Saves a text as a file of this name; nothing leaves the browser. */
export function DownloadButton(props: { name: string; text: string }) {
  const { name, text } = props;
  const save = () => {
    const address = URL.createObjectURL(
      new Blob([text], { type: 'text/plain' }),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button
      variant="outlined"
      size="small"
      startIcon={<GetApp />}
      onClick={save}
    >
      Download {name}
    </Button>
  );
}
