import { ClassesPanel } from './ClassesPanel';
import { DefaultClassesPanel } from './DefaultClassesPanel';

/** What the StorageClasses of all clusters really ask for, and which are the default. */
export function StorageClassesScreen() {
  return (
    <>
      <ClassesPanel />
      <DefaultClassesPanel />
    </>
  );
}
