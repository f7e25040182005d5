import { Header, Page } from '@backstage/core-components';
import { PlatformContent } from './PlatformContent';

/** The same with a header, which the old frontend system does not give. */
export function PlatformPage() {
  return (
    <Page themeId="tool">
      <Header title="Volume encryption" />
      <PlatformContent />
    </Page>
  );
}
