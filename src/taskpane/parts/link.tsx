/** A link to a place of the pane, and a press that looks like one. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ButtonHTMLAttributes, AnchorHTMLAttributes, ReactNode } from 'react';

const useStyles = makeStyles({
  link: {
    padding: 0, border: 'none', backgroundColor: 'transparent', color: tokens.colorBrandForegroundLink, fontFamily: 'inherit', fontSize: 'inherit', lineHeight: 'inherit', fontWeight: 'inherit',
    textAlign: 'start', textDecorationLine: 'none', cursor: 'pointer', overflowWrap: 'anywhere',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':active': { color: tokens.colorBrandForegroundLinkPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', borderRadius: tokens.borderRadiusSmall },
  },
  // Within a sentence colour alone would not tell it.
  inline: { textDecorationLine: 'underline' },
});

export function Link({ className, inline = false, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly inline?: boolean }): ReactNode {
  const styles = useStyles();
  return <a {...rest} className={mergeClasses(styles.link, inline && styles.inline, className)} />;
}

export function LinkButton({ className, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>): ReactNode {
  return <button type="button" {...rest} className={mergeClasses(useStyles().link, className)} />;
}
