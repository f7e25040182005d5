import { renderInTestApp } from '@backstage/frontend-test-utils';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type { ComponentProps } from 'react';
import { volumeEncryptionApiRef } from '../../api';
import { testClient } from './testClient';

type Values = Record<string, string | Record<string, string>>;

/**
 * Renders one step of a template's form, as the scaffolder does, with the real
 * client over HTTP.
 * @param form - `properties` are the fields of the step, all required;
 *   `values` is what the form holds already
 */
export function renderTemplateForm(form: {
  extensions: ComponentProps<typeof Stepper>['extensions'];
  properties: Record<string, Values>;
  values: Values;
}) {
  const { extensions, properties, values } = form;
  jest.spyOn(window, 'scrollTo').mockImplementation();
  const onCreate = jest.fn(async () => {});
  const required = Object.keys(properties);
  const schema = { type: 'object', required, properties };
  renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={{ title: 'Template', steps: [{ title: 'Step', schema }] }}
        extensions={extensions}
        initialState={values}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    { apis: [[volumeEncryptionApiRef, testClient()]] },
  );
  return { onCreate };
}
