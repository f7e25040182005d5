import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { templateRouteRef } from '../routes';

/** What a form holds when it opens; the shape is the template's. */
export type FormData = Record<string, Text | Record<string, Text>>;

/** What is undefined is left for the user to choose. */
type Text = string | undefined;

/**
 * Makes the address of a template of namespace `default`, filled in, or nothing
 * where the app has no scaffolder. The scaffolder reads `formData` from the
 * address.
 */
export function useTemplateLink(): (
  template: string,
  values: FormData,
) => string | undefined {
  const pathOf = useRouteRef(templateRouteRef);
  return useCallback(
    (templateName, values) => {
      if (!pathOf) return undefined;
      const formData = JSON.stringify(values);
      const path = pathOf({ namespace: 'default', templateName });
      return `${path}?${new URLSearchParams({ formData })}`;
    },
    [pathOf],
  );
}
