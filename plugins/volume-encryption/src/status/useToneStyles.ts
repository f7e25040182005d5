import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Tone } from './Status';

interface ToneColors {
  text: string;
  background: string;
}

/** Text on background is at least 4.5:1 in both themes. */
const colors: Record<'light' | 'dark', Record<Tone, ToneColors>> = {
  light: {
    secure: { text: '#ffffff', background: '#1b7f3b' },
    good: { text: '#1b7f3b', background: 'transparent' },
    plain: { text: 'inherit', background: 'transparent' },
    prepared: { text: '#0b5f68', background: '#e0f2f3' },
    neutral: { text: '#2f4a68', background: '#eaf0f6' },
    unknown: { text: '#595e64', background: '#eeeeee' },
    caution: { text: '#8a4b00', background: '#fff1dc' },
    danger: { text: '#ad1124', background: '#fdebed' },
  },
  dark: {
    secure: { text: '#0a2412', background: '#71cf88' },
    good: { text: '#71cf88', background: 'transparent' },
    plain: { text: 'inherit', background: 'transparent' },
    prepared: { text: '#94e0e6', background: '#24484b' },
    neutral: { text: '#bcd6f2', background: '#34465a' },
    unknown: { text: '#d0d0d0', background: '#565656' },
    caution: { text: '#ffcf87', background: '#57442a' },
    danger: { text: '#ffb3b9', background: '#5c3134' },
  },
};

function toneRule(tone: Tone) {
  return ({ palette }: Theme) => {
    const { text, background } = colors[palette.type][tone];
    return { color: text, backgroundColor: background };
  };
}

/** One class per tone: its text on its background. */
export const useToneStyles = makeStyles(
  theme => ({
    secure: toneRule('secure')(theme),
    good: toneRule('good')(theme),
    plain: toneRule('plain')(theme),
    prepared: toneRule('prepared')(theme),
    neutral: toneRule('neutral')(theme),
    unknown: toneRule('unknown')(theme),
    caution: toneRule('caution')(theme),
    danger: toneRule('danger')(theme),
  }),
  { name: 'VolumeEncryptionTone' },
);
