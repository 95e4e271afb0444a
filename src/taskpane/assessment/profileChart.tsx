/** The level of each area as four parts that are filled or not, with its name and what changed since the last time. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { areaNames, areas, highestLevel, levelNames } from '../../domain/assessment';
import type { PracticeResult } from '../../domain/practiceResult';
import { usePane } from '../frame/paneContext';
import { Hidden } from '../parts/hidden';
import { assessment as words } from '../sentences/assessment';

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: 'tabular-nums' },
  area: { width: '36%', padding: '6px 8px 6px 0', fontWeight: tokens.fontWeightRegular, textAlign: 'start', overflowWrap: 'anywhere', verticalAlign: 'top' },
  level: { padding: '6px 0', verticalAlign: 'top' },
  bar: { display: 'flex', columnGap: '2px', marginTop: '4px' },
  part: { flexGrow: 1, height: '8px', borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorNeutralBackground6, '@media (forced-colors: active)': { border: '1px solid CanvasText', boxSizing: 'border-box' } },
  filled: { backgroundColor: tokens.colorCompoundBrandBackground, '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'CanvasText' } },
  words: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', color: tokens.colorNeutralForeground3 },
});

export function ProfileChart({ result: { profile, comparison } }: { readonly result: PracticeResult }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  return (
    <table className={styles.table} aria-label={words.profile}>
      <tbody>
        {areas.map((area) => {
          const level = profile[area];
          const { by } = comparison.areas[area];
          return (
            <tr key={area}>
              <th scope="row" className={styles.area}>{areaNames[area]}</th>
              <td className={styles.level}>
                <span className={styles.bar} aria-hidden>{Array.from({ length: highestLevel }, (_, part) => <span key={part} className={mergeClasses(styles.part, level !== null && part < level && styles.filled)} />)}</span>
                <span className={styles.words}>
                  {level === null ? words.notAnswered : words.level(figures.count(level), levelNames[level])}
                  {by !== null && by !== 0 && <>{' '}<span aria-hidden>{(by > 0 ? words.up : words.down)(figures.count(Math.abs(by)))}</span><Hidden>{(by > 0 ? words.upSaid : words.downSaid)(figures.count(Math.abs(by)))}</Hidden></>}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
