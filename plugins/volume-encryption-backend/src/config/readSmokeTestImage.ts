import type { Section } from './Section';

/** Small, with a shell and sha256sum, and for every usual processor. */
export const USUAL_IMAGE = 'busybox:1.37';

/** A reference of an image: no white space, nothing that a shell would read. */
const IMAGE = /^[\w][\w.:/@-]{0,511}$/;

/** The image of the section `smokeTest`, which may be missing. */
export function readSmokeTestImage(section: Section | undefined): string {
  const image = section?.optionalText('image');
  if (section && image && !IMAGE.test(image)) {
    section.refuse('image', 'write an image such as busybox:1.37');
  }
  return image ?? USUAL_IMAGE;
}
