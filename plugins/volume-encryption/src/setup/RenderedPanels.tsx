import Typography from '@material-ui/core/Typography';
import {
  platformReadPermission,
  type CustodySetup,
} from 'backstage-plugin-volume-encryption-common';
import type { CustodyScope } from '../api';
import { AnswerView, useAnswer } from '../asking';
import { Panel } from '../tables';
import { CopiedText } from './CopiedText';
import { DownloadButton } from './DownloadButton';

/** The files of the set-up and the commands that apply them, in order. */
export function RenderedPanels({ kms, cluster }: CustodyScope) {
  const kept = useAnswer({
    about: `custody-setup ${kms} ${cluster}`,
    ask: (api, signal) => api.getCustodySetup({ kms, cluster }, signal),
  });
  return (
    <AnswerView
      kept={kept}
      what="The set-up"
      permission={platformReadPermission.name}
    >
      {({ files, steps }) => (
        <>
          <Panel title="Commands, in this order">
            <Typography variant="body2">
              In a shell, in the folder of the files below.
            </Typography>
            <Steps steps={steps} />
          </Panel>
          {files.map(file => (
            <Panel
              key={file.name}
              title={file.title}
              actions={<DownloadButton name={file.name} text={file.content} />}
            >
              <CopiedText text={file.content} />
            </Panel>
          ))}
        </>
      )}
    </AnswerView>
  );
}

function Steps({ steps }: Pick<CustodySetup, 'steps'>) {
  return (
    <ol>
      {steps.map(({ title, command, note }) => (
        <li key={`${title}/${command}`}>
          <Typography variant="body2">{title}</Typography>
          {note && (
            <Typography variant="caption" color="textSecondary">
              {note}
            </Typography>
          )}
          <CopiedText text={command} />
        </li>
      ))}
    </ol>
  );
}
