import Typography from '@material-ui/core/Typography';
import { viewPermission } from 'backstage-plugin-volume-encryption-common';
import type { ReactNode } from 'react';
import { AnswerView, useAnswer } from '../asking';
import { ChoiceOf } from './ChoiceOf';
import { useChosen } from './useChosen';

/** Lets choose one of the clusters, and shows what is said of it. */
export function ClusterChosen(props: {
  children: (cluster: string) => ReactNode;
}) {
  const kept = useAnswer({
    about: 'clusters',
    ask: (api, signal) => api.listClusters(signal),
  });
  return (
    <AnswerView
      kept={kept}
      what="The clusters"
      permission={viewPermission.name}
    >
      {({ items }) => (
        <Chosen names={items.map(({ name }) => name)}>{props.children}</Chosen>
      )}
    </AnswerView>
  );
}

function Chosen(props: {
  names: string[];
  children: (cluster: string) => ReactNode;
}) {
  const { names, children } = props;
  const [cluster, choose] = useChosen('cluster', names);
  if (cluster === undefined) {
    return (
      <Typography>
        No cluster is configured. Add one under{' '}
        <code>volumeEncryption.clusters</code>.
      </Typography>
    );
  }
  return (
    <>
      <ChoiceOf
        label="Cluster"
        names={names}
        chosen={cluster}
        onChoose={choose}
      />
      {children(cluster)}
    </>
  );
}
