/** The menu of pages with their counts: one level, opened from the page's name. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { type Page, addressOf, pages } from '../pages';
import { ChevronDownIcon } from '../parts/icons';
import { frame, pageNames } from '../sentences/frame';
import { Button } from '../parts/button';

const useStyles = makeStyles({
  nav: { position: 'relative', minWidth: 0 },
  button: { paddingLeft: '8px', paddingRight: '8px', marginInlineStart: '-8px', minWidth: 0, maxWidth: 'calc(100% + 8px)', textAlign: 'start', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: {
    position: 'absolute', insetInlineStart: '-8px', top: 'calc(100% + 4px)', zIndex: 2, boxSizing: 'border-box', width: '240px', margin: 0, padding: '4px', listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow16, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  link: {
    display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '12px', minHeight: '36px', paddingInline: '12px', borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase300, textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground1Selected },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

export function PageMenu({ current, counts }: { readonly current: Page; readonly counts: Readonly<Partial<Record<Page, string>>> }): ReactNode {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const nav = useRef<HTMLElement>(null);
  const listId = useId();

  const links = (): HTMLElement[] => [...(nav.current?.querySelectorAll('a') ?? [])];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    if (event.key === 'Escape') {
      setOpen(false);
      nav.current?.querySelector('button')?.focus();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    const first = step > 0 ? 0 : all.length - 1;
    all[at < 0 ? first : (at + step + all.length) % all.length]?.focus();
  };
  const onBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };

  return (
    <nav ref={nav} className={styles.nav} aria-label={frame.pages} onKeyDown={onKeyDown} onBlur={onBlur}>
      <Button
        className={styles.button} appearance="transparent" icon={<ChevronDownIcon />} iconPosition="after"
        aria-expanded={open} aria-controls={open ? listId : undefined} aria-label={frame.openPages(pageNames[current])} onClick={() => setOpen(!open)}
      >
        {pageNames[current]}
      </Button>
      {open && (
        <ul id={listId} className={styles.list}>
          {pages.map((page) => (
            <li key={page}>
              <a
                className={mergeClasses(styles.link, page === current && styles.current)} href={addressOf({ page, at: null })}
                aria-current={page === current ? 'page' : undefined} onClick={() => setOpen(false)}
              >
                {pageNames[page]}
                {counts[page] !== undefined && <span className={styles.count}>{counts[page]}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
