import { KmsChosen } from '../choosing';
import { KmsKeysPanel } from './KmsKeysPanel';

/** The keys of a KMS, held against the volumes of all clusters. */
export function KeysScreen() {
  return <KmsChosen>{kms => <KmsKeysPanel kms={kms} />}</KmsChosen>;
}
