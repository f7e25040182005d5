import { useEffect, useState } from 'react';
import { ageText } from './ageText';

const TICK_MS = 5_000;

/** How long ago, kept current; the exact time is its tooltip. */
export function Age({ at }: { at: string }) {
  const now = useNow();
  const exact = new Date(at).toLocaleString();
  return (
    <time dateTime={at} title={exact}>
      {ageText(at, now)}
    </time>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
