import type { CustodySetup } from '../contract/api';
import { setupFileNames } from './setupFiles';
import {
  ACCESSOR_WORDS,
  CUSTODIAN_POLICY,
  type SetupAccessors,
  type SetupPlace,
} from './SetupPlace';

type Step = CustodySetup['steps'][number];

const KV_VERSIONS =
  'All policies are for KV version 2, one mount per tenant. With version 1 these are impossible: when a key was written and by whom, a label on it, an earlier version of a key that was overwritten, and the difference between deleting and destroying. That a name is there could be listed, and no more; these policies do not let the portal do it, so it says of such keys that it cannot check them.';

/**
 * The commands that apply the files, in their order, for a shell in their
 * folder. Every name in them was checked by `requireSetupPlace`.
 */
export function setupSteps(
  place: SetupPlace,
  accessors: SetupAccessors,
): Step[] {
  return [
    ...namespaceSteps(place),
    ...authSteps(place),
    ...accessorSteps(place, accessors),
    ...policySteps(place),
    ...roleSteps(place),
    ...unwrapperSteps(place),
    ...credentialSteps(place),
  ];
}

function namespaceSteps({ names: { namespace } }: SetupPlace): Step[] {
  if (namespace === undefined) return [];
  return [
    {
      title: `Work in the Vault namespace ${namespace}`,
      command: `export VAULT_NAMESPACE=${namespace}`,
      note: 'In the shell of all commands below. KMS connections have to name it as vaultNamespace, too.',
    },
  ];
}

function authSteps(place: SetupPlace): Step[] {
  const { authMount } = place.names.ofCluster(place.cluster);
  return [
    {
      title: `Let ServiceAccounts of cluster ${place.cluster} log in`,
      command: `vault auth enable -path=${authMount} kubernetes`,
      note: [
        'Run all of this as an administrator; for OpenBao write bao instead of vault. Leave this step out where the mount is there.',
        ...sharedNames(place),
      ].join(' '),
    },
    {
      title: 'Say which API server knows them',
      command: [
        `vault write auth/${authMount}/config \\`,
        '  kubernetes_host="$API_SERVER" kubernetes_ca_cert=@ca.crt \\',
        '  token_reviewer_jwt="$(kubectl -n volume-encryption create token vault-token-reviewer --duration=8760h)"',
      ].join('\n'),
      note: 'API_SERVER is its address as the KMS reaches it, ca.crt its authority. The ServiceAccount vault-token-reviewer is in deploy/kubernetes/vault-token-reviewer.yaml. Where the KMS runs inside the cluster leave token_reviewer_jwt out: it then uses its own.',
    },
  ];
}

/** Two clusters with the same names would write over each other's set-up. */
function sharedNames({ names, cluster, clusters }: SetupPlace): string[] {
  const { authMount, policy } = names.ofCluster(cluster);
  const sharing = clusters.filter(it => {
    const its = names.ofCluster(it);
    return (
      it !== cluster && (its.authMount === authMount || its.policy === policy)
    );
  });
  if (sharing.length === 0) return [];
  return [
    `Do not run it for a second cluster: ${[cluster, ...sharing].join(', ')} have the same auth mount or policy. Where more than one of them keeps keys here, give each its own under "custody.clusters" of this KMS.`,
  ];
}

function accessorSteps(
  place: SetupPlace,
  { kubernetes, token }: SetupAccessors,
): Step[] {
  const { authMount } = place.names.ofCluster(place.cluster);
  const file = setupFileNames(place);
  const replace = (word: string, mount: string, name: string): Step => ({
    title: `Put the accessor of auth/${mount} into ${name}`,
    command: `sed -i "s/${word}/$(vault auth list -format=json | jq -r '."${mount}/".accessor')/" ${name}`,
  });
  return [
    ...(kubernetes
      ? []
      : [replace(ACCESSOR_WORDS.kubernetes, authMount, file.accountPolicy)]),
    ...(token
      ? []
      : [replace(ACCESSOR_WORDS.token, 'token', file.tokenPolicy)]),
  ];
}

function policySteps(place: SetupPlace): Step[] {
  const file = setupFileNames(place);
  const { names, cluster } = place;
  const policies = [
    [names.ofCluster(cluster).policy, file.accountPolicy],
    [names.tokenPolicy, file.tokenPolicy],
    [names.portalPolicy, file.portalPolicy],
  ];
  return [
    {
      title: 'Write the policies',
      command: policies
        .map(([name, from]) => `vault policy write ${name} ${from}`)
        .join('\n'),
      note: KV_VERSIONS,
    },
  ];
}

function roleSteps(place: SetupPlace): Step[] {
  const file = setupFileNames(place);
  const { authMount, role } = place.names.ofCluster(place.cluster);
  return [
    {
      title:
        'Custody by ServiceAccount (KMS type "vaulttenantsa", recommended)',
      command: `vault write auth/${authMount}/role/${role} @${file.accountRole}`,
      note: "Vault remarks that the role has no audience. Where you know the API server's own, set it: what Ceph CSI asks for carries it, and tokens that were made for others are then refused. A namespace becomes a tenant by its label, which onboarding sets.",
    },
    {
      title: 'Custody by token (KMS type "vaulttokens")',
      command: `vault write auth/token/roles/${place.names.tokenRole} @${file.tokenRole}`,
      note: tokenNote(place),
    },
  ];
}

function tokenNote({ names }: SetupPlace): string {
  const unbound =
    'Where the addresses of the CSI pods or nodes are known, configure them as "tokenBoundCidrs": a minted token is then useless elsewhere. ';
  return `Leave it out where no tenant has a token. ${names.tokenBoundCidrs.length > 0 ? '' : unbound}The role is one for all clusters: it names those that the portal knows.`;
}

/** Only where the portal hands tokens over wrapped. */
function unwrapperSteps({ names, cluster }: SetupPlace): Step[] {
  if (names.tokenWrapTtl === undefined) return [];
  return [
    {
      title: `Take tenants' tokens out in cluster ${cluster}`,
      command:
        'kubectl apply --server-side -f deploy/kubernetes/token-unwrapper.yaml',
      note: `The portal is given tenants' tokens wrapped, for ${names.tokenWrapTtl} seconds. What unwraps them runs in the cluster: put an image, the address of the KMS and its authority into that file of this product's repository first.`,
    },
  ];
}

function credentialSteps(place: SetupPlace): Step[] {
  const { portalPolicy } = place.names;
  const custodian = setupFileNames(place).custodianPolicy;
  return [
    {
      title: "Make the portal's token",
      command: `vault token create -orphan -period=24h -no-default-policy -policy=${portalPolicy}`,
      note: 'It prints the token: keep it where the configuration of the portal reads it from, and nowhere else. The portal renews it.',
    },
    {
      title: 'Only where keys are to be destroyed from the portal',
      command: `vault policy write ${CUSTODIAN_POLICY} ${custodian}`,
      note: 'For the credential under "custodian" of this KMS in the configuration, best a role that is logged in to, with a token_ttl of minutes: step 7 of deploy/README.md makes one. Which account logs in to it only you know, so it is not rendered.',
    },
  ];
}
