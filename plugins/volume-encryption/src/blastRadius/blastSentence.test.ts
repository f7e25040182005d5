import type { BlastRadius } from 'backstage-plugin-volume-encryption-common';
import { exampleBlastRadius } from '../__testUtils__/exampleBlastRadius';
import { blastSentence } from './blastSentence';

type Fact = BlastRadius['fact'];

const bare = { name: 'x', dependsOn: [], usedBy: [] };
const tenant: Fact = { ...bare, id: 'tenant/a/x', type: 'tenant' };
const plain: Fact = { ...bare, id: 'storage-class/a/x', type: 'storage-class' };
const encrypted = { ...plain, dependsOn: ['cluster/a', 'kms/vault'] };
const ofNone = { total: 0, owners: 0, items: [] };

it.each<[string, Partial<BlastRadius>, RegExp]>([
  ['a tenant', { fact: tenant }, /^If this tenant loses .* 4 volumes of 2/],
  ['a class of a KMS', { fact: encrypted }, /in KMS vault: if that goes down/],
  ['a class of none', { fact: plain }, /names no KMS that the portal knows\.$/],
  [
    'an empty class',
    { fact: plain, volumes: 0 },
    /^No volume is of this class/,
  ],
  ['nobody', { ...ofNone }, /4 volumes of no component in the catalog cannot/],
  [
    'one of each',
    { volumes: 1, total: 1 },
    /1 volume of 1 component of 1 owner/,
  ],
  ['many', { volumes: 12345 }, /12,345 volumes/],
])('speaks of %s', (_, changes, sentence) => {
  expect(blastSentence(exampleBlastRadius(changes))).toMatch(sentence);
});
