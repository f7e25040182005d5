import type { Section } from './Section';

/** Small, with a shell, sha256sum and curl, and for every usual processor. */
export const USUAL_IMAGE = 'curlimages/curl:8.16.0';

/** A reference of an image: no white space, nothing that a shell would read. */
const IMAGE = /^[\w][\w.:/@-]{0,511}$/;

/** The image of the section `testJobs`, which may be missing. */
export function readTestImage(section: Section | undefined): string {
  const image = section?.optionalText('image');
  if (section && image && !IMAGE.test(image)) {
    section.refuse('image', `write an image such as ${USUAL_IMAGE}`);
  }
  return image ?? USUAL_IMAGE;
}
