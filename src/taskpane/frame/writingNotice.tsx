/** What the last press wrote, with Undo; a question before writing over somebody's change; or why nothing was written. It stays in sight at the foot of the pane. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cellAddress } from '../../domain/cell';
import { frame } from '../sentences/frame';
import { Banner } from './banner';
import type { Writing } from './useWriting';

const useStyles = makeStyles({ foot: { flexShrink: 0, paddingBottom: '8px' } });

export function WritingNotice({ writing: { last, question, answer, failure, undo, dismiss } }: { readonly writing: Writing }): ReactNode {
  const styles = useStyles();
  if (question !== null) {
    return (
      <div className={styles.foot}>
        <Banner intent="warning" presses={[{ name: frame.writeOver, onPress: () => answer(true) }, { name: frame.keepIt, onPress: () => answer(false) }]}>{question}</Banner>
      </div>
    );
  }
  if (failure !== null) return <div className={styles.foot}><Banner intent="error" presses={[{ name: frame.dismiss, onPress: dismiss }]}>{failure}</Banner></div>;
  if (last === null) return null;
  return (
    <div className={styles.foot}>
      <Banner intent="success" presses={[{ name: frame.undo, onPress: undo }, { name: frame.dismiss, onPress: dismiss }]}>
        {frame.wrote(last.what, last.to, cellAddress(last.cell))}
      </Banner>
    </div>
  );
}
