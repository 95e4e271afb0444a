/** Colours as add-ins write them: "#RRGGBB", or one of HTML's sixteen names and a few that are used everywhere. */
import type { Argument } from '../argument';

const named: Readonly<Record<string, string>> = {
  aqua: '#00FFFF',
  black: '#000000',
  blue: '#0000FF',
  fuchsia: '#FF00FF',
  gray: '#808080',
  green: '#008000',
  lime: '#00FF00',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  purple: '#800080',
  red: '#FF0000',
  silver: '#C0C0C0',
  teal: '#008080',
  white: '#FFFFFF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  pink: '#FFC0CB',
  lightgray: '#D3D3D3',
  darkgray: '#A9A9A9',
  lightblue: '#ADD8E6',
  lightgreen: '#90EE90',
  darkgreen: '#006400',
  darkblue: '#00008B',
};

export const color: Argument<string> = {
  expects: 'a colour such as #1A2B3C',
  read: (raw) => {
    if (typeof raw !== 'string') return undefined;
    return /^#[0-9a-f]{6}$/i.test(raw) ? raw.toUpperCase() : named[raw.toLowerCase()];
  },
};

/** As `color`; empty text means none. */
export const colorOrNone: Argument<string | null> = {
  expects: `${color.expects}, or empty text for none`,
  read: (raw) => (raw === '' || raw === null ? null : color.read(raw)),
};
