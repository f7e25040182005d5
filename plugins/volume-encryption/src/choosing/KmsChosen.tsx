import Typography from '@material-ui/core/Typography';
import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { ReactNode } from 'react';
import { AnswerView, useAnswer } from '../asking';
import { ChoiceOf } from './ChoiceOf';
import { useChosen } from './useChosen';

/** Lets choose one of the KMSs, and shows what is said of it. */
export function KmsChosen(props: { children: (kms: string) => ReactNode }) {
  const kept = useAnswer({
    about: 'kms',
    ask: (api, signal) => api.listKms(signal),
  });
  return (
    <AnswerView
      kept={kept}
      what="The KMSs"
      permission={platformReadPermission.name}
    >
      {({ items }) => (
        <Chosen names={items.map(({ name }) => name)}>{props.children}</Chosen>
      )}
    </AnswerView>
  );
}

function Chosen(props: {
  names: string[];
  children: (kms: string) => ReactNode;
}) {
  const { names, children } = props;
  const [kms, choose] = useChosen('kms', names);
  if (kms === undefined) {
    return (
      <Typography>
        No KMS is configured. Add one under <code>volumeEncryption.kms</code>.
      </Typography>
    );
  }
  return (
    <>
      <ChoiceOf label="KMS" names={names} chosen={kms} onChoose={choose} />
      {children(kms)}
    </>
  );
}
