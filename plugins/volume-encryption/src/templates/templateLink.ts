/** What a form holds when it opens; the shape is the template's. */
type FormData = Record<string, Text | Record<string, Text>>;

/** What is undefined is left for the user to choose. */
type Text = string | undefined;

/**
 * The address of a template of namespace `default`, filled in. The scaffolder
 * reads `formData` from the address.
 */
export function templateLink(template: string, values: FormData): string {
  const formData = JSON.stringify(values);
  return `/create/templates/default/${template}?${new URLSearchParams({ formData })}`;
}
