/** One sentence across the page about something that went wrong or was done, and the presses that go with it. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ banner: { margin: '8px 12px 0', flexShrink: 0 }, text: { overflowWrap: 'anywhere' }, actions: { whiteSpace: 'nowrap' } });

export interface Press {
  readonly name: string;
  readonly onPress: () => void;
}

export function Banner({ intent, children, presses }: {
  readonly intent: 'warning' | 'error' | 'success';
  readonly children: ReactNode;
  readonly presses: readonly Press[];
}): ReactNode {
  const styles = useStyles();
  return (
    <MessageBar className={styles.banner} intent={intent} layout="multiline">
      <MessageBarBody className={styles.text}>{children}</MessageBarBody>
      <MessageBarActions className={styles.actions}>
        {presses.map(({ name, onPress }) => <Button key={name} size="small" onClick={onPress}>{name}</Button>)}
      </MessageBarActions>
    </MessageBar>
  );
}
