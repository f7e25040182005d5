import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useChosen } from '../choosing';

/** The days that can be asked for; the first are shown unless others are chosen. */
const lengths = [
  { days: '91', title: '13 weeks' },
  { days: '28', title: '4 weeks' },
  { days: '364', title: '1 year' },
  { days: '728', title: '2 years' },
];

/** How many days the address asks for. */
export function useTrendLength(): [number, (days: string) => void] {
  const [days, choose] = useChosen(
    'days',
    lengths.map(it => it.days),
  );
  return [Number(days), choose];
}

/** Lets choose how far back the trend goes. */
export function TrendLength() {
  const [days, choose] = useTrendLength();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={`${days}`}
      onChange={(_event, next: string | null) => next && choose(next)}
      aria-label="How far back"
    >
      {[...lengths]
        .sort((a, b) => Number(a.days) - Number(b.days))
        .map(it => (
          <ToggleButton key={it.days} value={it.days}>
            {it.title}
          </ToggleButton>
        ))}
    </ToggleButtonGroup>
  );
}
