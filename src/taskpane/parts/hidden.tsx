/** Text for screen readers alone. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

export function Hidden({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className={useStyles().hidden}>{children}</span>;
}
