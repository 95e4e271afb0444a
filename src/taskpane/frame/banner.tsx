/** One sentence across the page about something that went wrong, and the press that mends it. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ banner: { margin: '8px 12px 0', flexShrink: 0 }, actions: { whiteSpace: 'nowrap' } });

export function Banner({ intent, children, press, onPress }: {
  readonly intent: 'warning' | 'error';
  readonly children: ReactNode;
  readonly press: string;
  readonly onPress: () => void;
}): ReactNode {
  const styles = useStyles();
  return (
    <MessageBar className={styles.banner} intent={intent} layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
      <MessageBarActions className={styles.actions}>
        <Button size="small" onClick={onPress}>{press}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
