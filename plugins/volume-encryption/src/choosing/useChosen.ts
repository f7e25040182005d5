import { useSearchParams } from 'react-router-dom';

/**
 * A choice that the address holds, as `?<name>=…`; the first where it holds none
 * or one that is not there.
 */
export function useChosen(
  name: string,
  among: string[],
): [string | undefined, (chosen: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const named = parameters.get(name);
  const chosen = among.find(one => one === named) ?? among[0];
  const choose = (next: string) => {
    const written = new URLSearchParams(parameters);
    written.set(name, next);
    written.delete('page');
    setParameters(written);
  };
  return [chosen, choose];
}
