import { LinkButton } from '@backstage/core-components';
import { useTemplateLink, type FormData } from './useTemplateLink';

/** Opens a template, filled in; no button where the app has no scaffolder. */
export function TemplateButton(props: {
  template: string;
  values: FormData;
  /** Whether it is what the screen is for. */
  isMain?: boolean;
  children: string;
}) {
  const { template, values, isMain = false, children } = props;
  const to = useTemplateLink()(template, values);
  if (to === undefined) return null;
  return (
    <LinkButton
      color="primary"
      variant={isMain ? 'contained' : undefined}
      to={to}
    >
      {children}
    </LinkButton>
  );
}
