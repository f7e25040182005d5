import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  SecretsContextProvider,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { volumeEncryptionApiRef } from '../api';
import * as fieldExtensions from '../fields/fieldExtensions';
import { testClient } from './renderForEntity';

const extensions = Object.values(fieldExtensions).map(
  ({ name, component, validation }) => ({ name, component, validation }),
);

/** A property of a template's step, as a template writes it. */
export type TemplateProperty = Record<string, string | Record<string, string>>;

/**
 * Renders one step of a template's form with our fields, as the scaffolder
 * does, with the real client over HTTP.
 * @param properties - the fields of the step, all required
 * @param values - what the form holds already
 */
export function renderTemplateForm(
  properties: Record<string, TemplateProperty>,
  values: Record<string, string | Record<string, string>> = {},
) {
  jest.spyOn(window, 'scrollTo').mockImplementation();
  const onCreate = jest.fn(async () => {});
  const schema = {
    type: 'object',
    required: Object.keys(properties),
    properties,
  };
  renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={{
          title: 'Template',
          steps: [{ title: 'Step', schema }],
        }}
        extensions={extensions}
        initialState={values}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    { apis: [[volumeEncryptionApiRef, testClient()]] },
  );
  return { onCreate };
}
