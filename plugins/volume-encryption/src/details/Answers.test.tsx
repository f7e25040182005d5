import { render, screen } from '@testing-library/react';
import { exampleVolume } from '../__testUtils__/exampleVolume';
import { Answers } from './Answers';

it('answers for what lies below apart, and never in green', () => {
  const message = 'Asked for, and not what was seen.';
  const reason = {
    code: 'cluster-wide-asked',
    severity: 'info',
    grade: 'E1',
    message,
  } as const;
  render(
    <Answers
      volume={exampleVolume({
        clusterWide: { answer: 'asked', reasons: [reason] },
      })}
    />,
  );
  expect(screen.getByText('Are the disks below encrypted?')).toBeVisible();
  expect(screen.getByText('Asked for')).toBeVisible();
  expect(screen.getByText(message)).toBeVisible();
});
