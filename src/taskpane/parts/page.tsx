/** The frame of a page's content: its heading, its sections, and the one primary button that stays at the bottom. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, type Ref, useEffect, useId, useRef } from 'react';
import { product } from '../sentences/frame';
import { Hidden } from './hidden';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: '24px', padding: '12px', flexGrow: 1 },
  section: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0, outlineStyle: 'none' },
  heading: { display: 'flex', alignItems: 'baseline', columnGap: '8px', margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  aside: { marginInlineStart: 'auto', fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  footer: {
    position: 'sticky', bottom: 0, zIndex: 1, display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '12px', marginTop: 'auto',
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  hero: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px' },
  figure: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

/** `title` is the page's name; it is seen in the header already, unless `visible` says otherwise. */
export function PageContent({ title, visible, footer, children }: {
  readonly title: string;
  readonly visible?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title]);
  return (
    <>
      <div className={styles.page}>
        {visible ?? <Hidden><h1>{title}</h1></Hidden>}
        {children}
      </div>
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </>
  );
}

export function Section({ title, aside, headingRef, arrivedAt = false, children }: {
  readonly title: string;
  readonly aside?: ReactNode;
  /** To bring the focus to its heading, where what had it is gone. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  /** The address leads here: it takes the focus, and the browser brings it into sight. */
  readonly arrivedAt?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const id = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (arrivedAt) section.current?.focus();
  }, [arrivedAt]);
  return (
    <section ref={section} className={styles.section} aria-labelledby={id} tabIndex={arrivedAt ? -1 : undefined}>
      <h2 ref={headingRef} tabIndex={headingRef === undefined ? undefined : -1} className={styles.heading}>
        <span id={id}>{title}</span>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </h2>
      {children}
    </section>
  );
}

export function Quiet({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className={useStyles().quiet} dir="auto">{children}</p>;
}

/** The figure that matters, 28 px, with what stands beside it. */
export function HeroFigure({ figure, children }: { readonly figure?: ReactNode; readonly children?: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.hero}>
      {figure !== undefined && <span className={styles.figure}>{figure}</span>}
      {children}
    </div>
  );
}
