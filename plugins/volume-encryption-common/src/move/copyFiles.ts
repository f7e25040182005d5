/**
 * The script of the Job that copies a file system, for bash: all that is below
 * SOURCE goes to TARGET, and then both are read and must give one and the same
 * archive. That holds names, contents, kinds, owners, modes, times to the
 * nanosecond, links of both kinds, ACLs, `user.*` attributes and file
 * capabilities. The new volume is read before the old one, so that a change of the
 * old one since its file was copied is found.
 *
 * It refuses a TARGET that holds anything but an unfinished copy of its own: a
 * second run after the switch would put old data over new. Sockets are left out,
 * their programs make them anew; and, for another user than root, owner and mode
 * of the top folder, which are the kubelet's to set. Options are those of GNU tar
 * (manual, "Making tar Archives More Reproducible").
 */
export const COPY_FILES = String.raw`set -euo pipefail
unfinished=.volume-encryption-copy-unfinished

# What is archived of a folder: all of it, or all that is in it.
members() {
  if [ "$(id -u)" = 0 ]; then printf './\0'; return; fi
  (cd "$1" && find . -mindepth 1 -maxdepth 1 -print0 | LC_ALL=C sort -z)
}

archive() {
  local folder=$1; shift
  members "$folder" | tar --create --file=- --directory="$folder" \
    --format=posix --sort=name --numeric-owner --acls --xattrs \
    --xattrs-include='user.*' --xattrs-include=security.capability \
    --pax-option='exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime' \
    --anchored --no-wildcards --exclude=./lost+found --exclude="./$unfinished" \
    "$@" --null --files-from=-
}

digest() {
  archive "$1" | sha256sum | cut -d ' ' -f 1
}

# For people: that something differs is found by the digest.
listing() {
  cd "$1"
  within -type d -printf '%p %y %m %U:%G %T@\n' \
    -o -printf '%p %y %m %U:%G %T@ %n %l\n' | LC_ALL=C sort
  within -type f -exec sha256sum {} + | LC_ALL=C sort --key=2
}

within() {
  find . -mindepth 1 \( -path ./lost+found -o -path "./$unfinished" \) -prune \
    -o -type s -o "$@"
}

others=$(find "$TARGET" -mindepth 1 -maxdepth 1 ! -name lost+found -print -quit)
if [ -n "$others" ] && [ ! -e "$TARGET/$unfinished" ]; then
  echo "The new volume holds data already, such as $others. Nothing was copied: a volume that is in use is not to be written over. Delete this Job, or begin anew with an empty claim."
  exit 1
fi
touch "$TARGET/$unfinished"

echo "Copying."
archive "$SOURCE" --sparse | tar --extract --file=- --directory="$TARGET" \
  --preserve-permissions --same-owner --numeric-owner --acls --xattrs \
  --xattrs-include='user.*' --xattrs-include=security.capability
sync --file-system "$TARGET"

echo "Reading both again."
if [ "$(id -u)" = 0 ]; then touch --reference="$SOURCE" "$TARGET"; fi
new=$(digest "$TARGET")
old=$(digest "$SOURCE")
if [ "$old" != "$new" ]; then
  echo "NOT VERIFIED: old and new volume differ (< old, > new; 40 lines at most). Stop whatever writes to the old volume and make the Job anew; if it says so again, begin with an empty claim."
  diff <(listing "$SOURCE") <(listing "$TARGET") | head -n 40 || true
  exit 1
fi
rm "$TARGET/$unfinished"
if [ "$(id -u)" = 0 ]; then touch --reference="$SOURCE" "$TARGET"; fi
echo "VERIFIED: $(find "$TARGET" -mindepth 1 -printf . | wc -c) files and folders are the same on both volumes, archive sha256 $old."
`;
