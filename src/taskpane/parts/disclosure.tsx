/** A section that opens and closes at its heading. What is closed is not drawn. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { ChevronDownIcon } from './icons';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '12px', minWidth: 0, paddingBlock: '4px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  press: {
    display: 'flex', alignItems: 'center', columnGap: '8px', width: '100%', minHeight: '36px', padding: '4px 0', border: 'none', borderRadius: tokens.borderRadiusMedium, backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1, fontFamily: 'inherit', fontSize: 'inherit', lineHeight: 'inherit', fontWeight: 'inherit', textAlign: 'start', cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  title: { flexGrow: 1, minWidth: 0 },
  aside: { fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', textAlign: 'end' },
  turned: { display: 'flex', transform: 'rotate(180deg)' },
  inside: { display: 'flex', flexDirection: 'column', rowGap: '16px', minWidth: 0, paddingBottom: '16px' },
});

export function Disclosure({ title, aside, open, onToggle, children }: {
  readonly title: string;
  readonly aside?: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.heading}>
        <button type="button" className={styles.press} aria-expanded={open} aria-controls={open ? id : undefined} onClick={onToggle}>
          <span className={styles.title}>{title}</span>{' '}
          {aside !== undefined && <span className={styles.aside}>{aside}</span>}
          <span className={mergeClasses(open && styles.turned)}><ChevronDownIcon /></span>
        </button>
      </h2>
      {open && <div id={id} className={styles.inside}>{children}</div>}
    </section>
  );
}
