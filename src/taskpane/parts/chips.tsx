/** How many there are of each kind; a press shows only those, another one shows all again. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  chip: {
    display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', flexGrow: 1, boxSizing: 'border-box', minHeight: '52px', padding: '4px 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1, fontFamily: 'inherit', cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  pressed: {
    padding: '3px 5px', border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  count: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  word: { display: 'flex', alignItems: 'center', columnGap: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, whiteSpace: 'nowrap' },
});

export interface Chip<Value extends string> {
  readonly value: Value;
  readonly count: string;
  readonly name: string;
  readonly mark?: ReactNode;
}

export function Chips<Value extends string>({ label, chips, chosen, onChoose }: {
  readonly label: string;
  readonly chips: readonly Chip<Value>[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value | null) => void;
}): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.chips} role="group" aria-label={label}>
      {chips.map(({ value, count, name, mark }) => (
        <button
          key={value} type="button" className={mergeClasses(styles.chip, value === chosen && styles.pressed)} aria-pressed={value === chosen}
          onClick={() => onChoose(value === chosen ? null : value)}
        >
          <span className={styles.count}>{count}</span>{' '}
          <span className={styles.word}>{mark}{name}</span>
        </button>
      ))}
    </div>
  );
}
