/** The pane's few icons, drawn in the colour of the text around them. */
import { makeStyles, mergeClasses, useFluent } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  icon: { display: 'block', flexShrink: 0, fill: 'none', stroke: 'currentColor', strokeWidth: '1.5', strokeLinecap: 'round', strokeLinejoin: 'round' },
  mirrored: { transform: 'scaleX(-1)' },
});

function Icon({ directed = false, children }: { readonly directed?: boolean; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const { dir } = useFluent();
  return (
    <svg className={mergeClasses(styles.icon, directed && dir === 'rtl' && styles.mirrored)} width="16" height="16" viewBox="0 0 16 16" aria-hidden>
      {children}
    </svg>
  );
}

export const ChevronDownIcon = (): ReactNode => <Icon><path d="m4 6 4 4 4-4" /></Icon>;
export const BackIcon = (): ReactNode => <Icon directed><path d="M13 8H3m4-4L3 8l4 4" /></Icon>;
export const RefreshIcon = (): ReactNode => <Icon><path d="M13 8a5 5 0 1 1-1.5-3.6M12 2v2.8H9.2" /></Icon>;
export const CheckIcon = (): ReactNode => <Icon><path d="m3.5 8.5 3 3 6-7" /></Icon>;
export const CurrentIcon = (): ReactNode => <Icon directed><path d="m6 4 4 4-4 4" /></Icon>;
export const DoneIcon = (): ReactNode => <Icon><circle cx="8" cy="8" r="6" /><path d="m5.2 8.2 2 2 3.6-4.2" /></Icon>;
export const WarningIcon = (): ReactNode => <Icon><path d="M8 2.2 14.3 13.5H1.7ZM8 6.5v3.2m0 2v.1" /></Icon>;
