/** One sentence across the page about something that went wrong or was done, and the presses that go with it. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { DoneIcon, WarningIcon } from '../parts/icons';

const edges = (color: string) => ({ borderTopColor: color, borderRightColor: color, borderBottomColor: color, borderLeftColor: color });

const useStyles = makeStyles({
  banner: {
    display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: '8px', rowGap: '8px', alignItems: 'start', margin: '8px 12px 0', padding: '8px 12px', flexShrink: 0,
    border: '1px solid', borderRadius: tokens.borderRadiusMedium, color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300,
  },
  icon: { display: 'flex', paddingTop: '2px' },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  actions: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '8px', whiteSpace: 'nowrap' },
  warning: { ...edges(tokens.colorStatusWarningBorder1), backgroundColor: tokens.colorStatusWarningBackground1 },
  error: { ...edges(tokens.colorStatusDangerBorder1), backgroundColor: tokens.colorStatusDangerBackground1 },
  success: { ...edges(tokens.colorStatusSuccessBorder1), backgroundColor: tokens.colorStatusSuccessBackground1 },
});

export interface Press {
  readonly name: string;
  readonly onPress: () => void;
}

/** What it says is also spoken, by whoever shows it. */
export function Banner({ intent, children, presses }: {
  readonly intent: 'warning' | 'error' | 'success';
  readonly children: ReactNode;
  readonly presses: readonly Press[];
}): ReactNode {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={mergeClasses(styles.banner, styles[intent])} role="group" aria-labelledby={id}>
      <span className={styles.icon}>{intent === 'success' ? <DoneIcon /> : <WarningIcon />}</span>
      <span id={id} className={styles.text}>{children}</span>
      <span className={styles.actions}>
        {presses.map(({ name, onPress }) => <Button key={name} size="small" onClick={onPress}>{name}</Button>)}
      </span>
    </div>
  );
}
