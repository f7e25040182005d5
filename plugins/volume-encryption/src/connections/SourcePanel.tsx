import {
  platformReadPermission,
  type KmsSource,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import { ReasonList } from '../custody';
import { FactList } from '../facts';
import { StatusBadge, type Status } from '../status';
import { Panel } from '../tables';

const styles: Record<KmsSource['style'], Status> = {
  'mounted-file': {
    tone: 'plain',
    icon: 'info',
    label: 'One file config.json, which hides all else',
  },
  'config-map': {
    tone: 'plain',
    icon: 'info',
    label: 'A key per connection, read through the API',
  },
  unknown: { tone: 'unknown', icon: 'question', label: 'Unknown' },
};

/** Which ConfigMap Ceph CSI of a cluster reads, and how that is known. */
export function SourcePanel({ cluster }: { cluster: string }) {
  const kept = useAnswer({
    about: `kms-source ${cluster}`,
    ask: (api, signal) => api.getKmsSource(cluster, signal),
  });
  return (
    <Panel title="The source in force" kept={kept}>
      <AnswerView
        kept={kept}
        what="The source of the connections"
        permission={platformReadPermission.name}
      >
        {({ style, namespace, configMap, evidence, reasons }) => (
          <>
            <FactList
              facts={{
                Style: <StatusBadge status={styles[style]} />,
                ConfigMap: configMap ? (
                  <code>{`${namespace}/${configMap}`}</code>
                ) : (
                  'not known'
                ),
                'Known by': evidence,
              }}
            />
            <ReasonList reasons={reasons} />
          </>
        )}
      </AnswerView>
    </Panel>
  );
}
