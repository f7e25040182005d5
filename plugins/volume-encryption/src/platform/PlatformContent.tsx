import {
  platformReadPermission,
  viewPermission,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView } from '../asking';
import { allows, CapabilitiesProvider, useCapabilities } from '../capabilities';
import { NotAllowedState } from '../problems';
import { PlatformScreens } from './PlatformScreens';

/** The page of the platform team, without a header. */
export function PlatformContent() {
  return (
    <AnswerView
      kept={useCapabilities()}
      what="Your rights"
      permission={viewPermission.name}
    >
      {capabilities =>
        allows(capabilities, platformReadPermission) ? (
          <CapabilitiesProvider capabilities={capabilities}>
            <PlatformScreens />
          </CapabilitiesProvider>
        ) : (
          <NotAllowedState
            what="The pages of the platform team"
            permission={platformReadPermission.name}
          />
        )
      }
    </AnswerView>
  );
}
