import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  parsePolicy,
  renderCustodySetup,
  type PolicyRule,
} from 'backstage-plugin-volume-encryption-common';
import { custodyNamesOf } from '../vault/custodyNames';

const FOLDER = join(__dirname, '../../../../deploy/vault');

const names = custodyNamesOf({ mountPrefix: 'csi', tokenRole: 'csi-tenant' });
const place = { names, cluster: 'prod', clusters: ['prod'] };
const { files } = renderCustodySetup('vault', place);

/** What a policy says, whatever its order and its comments. */
function said(text: string): Omit<PolicyRule, 'line'>[] {
  return parsePolicy(text)
    .map(({ path, capabilities, restrictions }) => ({
      path,
      capabilities: [...capabilities].sort(),
      restrictions,
    }))
    .sort((one, other) => one.path.localeCompare(other.path));
}

describe('the files under deploy/vault', () => {
  it.each([
    ['portal-policy.hcl', 'volume-encryption-portal.hcl'],
    ['csi-tenant-sa.hcl', 'csi-tenant-sa.hcl'],
    ['csi-tenant-token.hcl', 'csi-tenant-token.hcl'],
    ['csi-custodian.hcl', 'csi-custodian.hcl'],
  ])('say in %s what is rendered', (file, name) => {
    const written = readFileSync(join(FOLDER, file), 'utf8');
    const rendered = files.find(it => it.name === name)?.content ?? '';
    expect(said(rendered)).toHaveLength(said(written).length);
    expect(said(rendered)).toEqual(said(written.replaceAll('CLUSTER', 'prod')));
  });
});
