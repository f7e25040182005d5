/**
 * A volume or snapshot handle of Ceph CSI at the end of a key's name: version,
 * length of the cluster id, that id, the pool's or file system's id, and a UUID
 * (ceph-csi `internal/util/volid.go`). Type `vault` may put text in front of it.
 */
const HANDLE =
  /0001-[0-9a-f]{4}-.{1,36}-[0-9a-f]{16}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The handle that a key is named by; undefined where Ceph CSI names none so. */
export function handleIn(keyName: string): string | undefined {
  return HANDLE.exec(keyName)?.[0];
}
