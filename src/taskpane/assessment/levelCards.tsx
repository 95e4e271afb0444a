/** The five levels of an area as cards, each with its name and what one can go and see: chosen by press, arrow keys or digit. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Area, type Level, levelNames, levels } from '../../domain/assessment';
import { practiceAreas } from '../../domain/practiceAreas';
import { usePane } from '../frame/paneContext';
import { assessment as words } from '../sentences/assessment';

const edge = (color: string) => ({ borderTopColor: color, borderRightColor: color, borderBottomColor: color, borderLeftColor: color });

const useStyles = makeStyles({
  cards: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  card: {
    display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: '10px', rowGap: '2px', alignItems: 'start', padding: '9px 11px', boxSizing: 'border-box', cursor: 'pointer',
    border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    ...edge(tokens.colorCompoundBrandStroke), boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { ...edge('Highlight'), outline: '2px solid Highlight' },
  },
  radio: { width: '16px', height: '16px', margin: '2px 0 0', accentColor: tokens.colorCompoundBrandBackground, outlineStyle: 'none' },
  name: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  last: { fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  text: { gridColumn: '2', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

export function LevelCards({ area, level, last, onChoose }: {
  readonly area: Area;
  readonly level: Level | null;
  /** Of the assessment before; `null` where there is none. */
  readonly last: Level | null;
  readonly onChoose: (level: Level) => void;
}): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  return (
    <div className={styles.cards} role="radiogroup" aria-label={words.levels}>
      {levels.map((one) => (
        <label key={one} className={mergeClasses(styles.card, one === level && styles.chosen)}>
          <input className={styles.radio} type="radio" name={`level-${area}`} checked={one === level} onChange={() => onChoose(one)} aria-describedby={`level-${area}-${one}`} />
          <span className={styles.name}>
            {words.level(figures.count(one), levelNames[one])}
            {one === last && <>{' '}<span className={styles.last}>{words.lastTime}</span></>}
          </span>
          <span className={styles.text} id={`level-${area}-${one}`}>{practiceAreas[area].levels[one]}</span>
        </label>
      ))}
    </div>
  );
}
