/** A press: the browser's own button, or a link that looks like one, in Fluent's looks. Fluent's own costs as much to load as two pages of the pane. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';

const edges = (color: string) => ({ borderTopColor: color, borderRightColor: color, borderBottomColor: color, borderLeftColor: color });

const useStyles = makeStyles({
  button: {
    display: 'inline-flex', alignItems: 'center', justifyContent: 'center', columnGap: '6px', boxSizing: 'border-box', minWidth: '96px', maxWidth: '100%', minHeight: '32px', margin: 0, padding: '5px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, textAlign: 'center', textDecorationLine: 'none', overflowWrap: 'break-word', cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, ...edges(tokens.colorNeutralStroke1Hover) },
    ':hover:active': { backgroundColor: tokens.colorNeutralBackground1Pressed, ...edges(tokens.colorNeutralStroke1Pressed) },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  primary: {
    backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand, ...edges('transparent'),
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover, ...edges('transparent') },
    ':hover:active': { backgroundColor: tokens.colorBrandBackgroundPressed, ...edges('transparent') },
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight', color: 'HighlightText', ':hover': { backgroundColor: 'Highlight', ...edges('HighlightText') } },
  },
  bare: {
    minWidth: '32px', backgroundColor: 'transparent', ...edges('transparent'),
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, ...edges('transparent') },
    ':hover:active': { backgroundColor: tokens.colorSubtleBackgroundPressed, ...edges('transparent') },
  },
  small: { minWidth: '64px', minHeight: '24px', padding: '3px 8px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightRegular },
  large: { minHeight: '40px', padding: '8px 16px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  iconOnly: { padding: '5px' },
  disabled: {
    cursor: 'not-allowed', backgroundColor: tokens.colorNeutralBackgroundDisabled, color: tokens.colorNeutralForegroundDisabled, ...edges(tokens.colorNeutralStrokeDisabled),
    ':hover': { backgroundColor: tokens.colorNeutralBackgroundDisabled, ...edges(tokens.colorNeutralStrokeDisabled) },
    ':hover:active': { backgroundColor: tokens.colorNeutralBackgroundDisabled, ...edges(tokens.colorNeutralStrokeDisabled) },
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'ButtonFace', color: 'GrayText', ...edges('GrayText') },
  },
});

interface Looks {
  readonly appearance?: 'secondary' | 'primary' | 'subtle' | 'transparent';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: ReactNode;
  readonly iconPosition?: 'before' | 'after';
}

function useLooks({ appearance = 'secondary', size = 'medium' }: Looks, iconOnly: boolean, disabled: boolean): string {
  const styles = useStyles();
  const bare = appearance === 'subtle' || appearance === 'transparent';
  return mergeClasses(styles.button, size === 'small' && styles.small, size === 'large' && styles.large, appearance === 'primary' && styles.primary, bare && styles.bare, iconOnly && styles.iconOnly, disabled && styles.disabled);
}

const content = ({ icon, iconPosition }: Looks, children: ReactNode): ReactNode => (iconPosition === 'after' ? <>{children}{icon}</> : <>{icon}{children}</>);

/** `disabledFocusable`: it can be reached and read, and does nothing. */
export function Button({ appearance, size, icon, iconPosition, disabledFocusable = false, className, children, onClick, ...rest }: Looks & ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly disabledFocusable?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}): ReactNode {
  const looks = useLooks({ appearance, size }, children === undefined, disabledFocusable);
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (disabledFocusable) event.preventDefault();
    else onClick?.(event);
  };
  return <button type="button" {...rest} aria-disabled={disabledFocusable || undefined} className={mergeClasses(looks, className)} onClick={press}>{content({ icon, iconPosition }, children)}</button>;
}

export function ButtonLink({ appearance, size, icon, iconPosition, className, children, ...rest }: Looks & AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> }): ReactNode {
  return <a {...rest} className={mergeClasses(useLooks({ appearance, size }, false, false), className)}>{content({ icon, iconPosition }, children)}</a>;
}
