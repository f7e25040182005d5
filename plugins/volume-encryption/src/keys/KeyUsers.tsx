import type { KeyUser } from 'backstage-plugin-volume-encryption-common';

/** What has a key: volumes and snapshots of whatever cluster. */
export function KeyUsers({ users }: { users: readonly KeyUser[] }) {
  return (
    <>
      {users.map(({ cluster, kind, name, of }) => (
        <div key={`${cluster}/${kind}/${name}`}>
          {of ? `${of} (${name})` : name}
          {kind === 'VolumeSnapshotContent' && ', snapshot'} on {cluster}
        </div>
      ))}
    </>
  );
}
