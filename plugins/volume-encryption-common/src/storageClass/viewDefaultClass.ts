import type { DefaultClassView } from '../contract/api';
import type { Finding } from '../contract/reasons';
import type { StorageClass } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import { defaultClasses } from './defaultClasses';
import { judgeDefault } from './judgeDefault';

const NONE: Finding = {
  code: 'default-class-missing',
  severity: 'warning',
  message:
    'No StorageClass is the default: a claim that names none stays Pending.',
};

/**
 * Which class of a cluster counts for claims that name none, and what is wrong
 * with that; `default-class-unread` where the classes are not known.
 *
 * @public
 */
export function viewDefaultClass(
  cluster: string,
  classes: Observed<StorageClass[]>,
): DefaultClassView {
  if (classes.status === 'unknown') {
    const unread: Finding = {
      code: 'default-class-unread',
      severity: 'warning',
      message: `Whether there is a default StorageClass is not known. ${classes.detail}`,
    };
    return { cluster, names: [], reasons: [unread] };
  }
  const marked = defaultClasses(classes.value);
  const names = marked.map(({ meta }) => meta.name);
  return { cluster, names, reasons: reasonsOf(marked, names) };
}

function reasonsOf(
  [first, ...others]: StorageClass[],
  names: string[],
): Finding[] {
  if (!first) return [NONE];
  const judgement = judgeDefault(first);
  return others.length === 0 ? [judgement] : [severalOf(names), judgement];
}

function severalOf([first, ...others]: string[]): Finding {
  return {
    code: 'default-class-several',
    severity: 'warning',
    message: `${others.length + 1} StorageClasses are marked as default. "${first}" counts, because it is the newest; when it goes, or loses the mark, "${others[0]}" does (Kubernetes 1.26 or later).`,
  };
}
