/** A row of a list: 56 px, name left, figure right, one line of reason below; the whole row is pressed. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export const rowHeight = 56;

const useStyles = makeStyles({
  row: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignContent: 'center', columnGap: '12px', rowGap: '2px', boxSizing: 'border-box', width: '100%',
    height: `${rowHeight}px`, paddingInline: '8px', border: 'none', borderRadius: tokens.borderRadiusMedium, backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1, fontFamily: 'inherit', textAlign: 'inherit', textDecorationLine: 'none', cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  still: { cursor: 'auto', ':hover': { backgroundColor: 'transparent' }, ':active': { backgroundColor: 'transparent' } },
  first: { display: 'flex', alignItems: 'center', columnGap: '8px', minWidth: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
  figure: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', textAlign: 'end' },
  reason: {
    gridColumn: '1 / -1', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3,
  },
});

interface RowContent {
  readonly name: string;
  readonly mark?: ReactNode;
  readonly figure?: ReactNode;
  readonly reason: string;
  readonly tabIndex?: number;
}

function RowLines({ name, mark, figure, reason }: RowContent): ReactNode {
  const styles = useStyles();
  return (
    <>
      <span className={styles.first}>
        <span className={styles.name} dir="auto" title={name}>{name}</span>
        {mark}
      </span>{' '}
      <span className={styles.figure}>{figure}</span>{' '}
      <span className={styles.reason} dir="auto" title={reason}>{reason}</span>
    </>
  );
}

/** A row that opens a page of the pane. */
export function RowLink({ href, ...content }: RowContent & { readonly href: string }): ReactNode {
  return <a className={useStyles().row} href={href} tabIndex={content.tabIndex}><RowLines {...content} /></a>;
}

/** A row that selects its cell in the sheet. */
export function RowButton({ onPress, ...content }: RowContent & { readonly onPress: () => void }): ReactNode {
  return <button type="button" className={useStyles().row} onClick={onPress} tabIndex={content.tabIndex}><RowLines {...content} /></button>;
}

/** A row of what is no longer there to be opened. */
export function RowText(content: RowContent): ReactNode {
  const styles = useStyles();
  return <div className={mergeClasses(styles.row, styles.still)}><RowLines {...content} /></div>;
}
