/**
 * The script of the Job that copies a block volume, for bash: the bytes of the
 * device SOURCE to the start of the device TARGET, which may be larger, and then
 * both are read and compared.
 */
export const COPY_BLOCKS = String.raw`set -euo pipefail
old=$(blockdev --getsize64 "$SOURCE")
new=$(blockdev --getsize64 "$TARGET")
if [ "$new" -lt "$old" ]; then
  echo "The new device has $new bytes and the old one $old: ask for a larger claim. Nothing was copied."
  exit 1
fi

echo "Copying $old bytes."
dd if="$SOURCE" of="$TARGET" bs=4M iflag=fullblock conv=nocreat,fsync status=none

echo "Reading both again."
if ! cmp --bytes="$old" "$TARGET" "$SOURCE"; then
  echo "NOT VERIFIED: old and new volume differ. Stop whatever writes to the old volume, and make the Job anew."
  exit 1
fi
echo "VERIFIED: the $old bytes of the old volume are the same on the new one."
`;
