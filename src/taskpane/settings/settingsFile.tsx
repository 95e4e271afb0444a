/** The saved settings as a file, out and in, and the way back to all defaults. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ChangeEvent, type ReactNode, useRef, useState } from 'react';
import type { Policy } from '../../domain/policy';
import { usePane } from '../frame/paneContext';
import { Quiet, Section } from '../parts/page';
import { settings as words } from '../sentences/settings';
import { download, policyFileName, policyFileText, readPolicyFile } from './policyFile';
import { Button } from '../parts/button';

const useStyles = makeStyles({
  presses: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  problems: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, paddingInlineStart: '16px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
});

interface Told {
  readonly said: string;
  readonly problems: readonly string[];
}

/** `onBring` fills the fields with a policy and tells how many it changes. */
export function SettingsFile({ saved, onBring, onResetAll }: { readonly saved: Policy; readonly onBring: (policy: Policy) => number; readonly onResetAll: () => void }): ReactNode {
  const styles = useStyles();
  const { figures, announce } = usePane();
  const file = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<Told | null>(null);
  const tell = (said: string, problems: readonly string[] = []): void => {
    setTold({ said, problems });
    announce(said);
  };
  const take = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [chosen] = target.files ?? [];
    const read = chosen === undefined ? null : readPolicyFile(await chosen.text());
    // The same file may be chosen again after it was changed.
    target.value = '';
    if (read === null) return tell(words.notImported);
    const count = onBring(read.policy);
    tell(words.imported(count, figures.count(count)), read.problems);
  };
  const give = (): void => {
    download(policyFileName, policyFileText(saved));
    tell(words.exported(policyFileName));
  };
  return (
    <Section title={words.file}>
      <Quiet>{words.fileHint}</Quiet>
      <div className={styles.presses}>
        <Button onClick={give}>{words.export}</Button>
        <Button onClick={() => file.current?.click()}>{words.import}</Button>
        <Button onClick={onResetAll}>{words.resetAll}</Button>
        <input ref={file} type="file" accept="application/json,.json" aria-label={words.import} hidden onChange={(event) => void take(event)} />
      </div>
      {told !== null && <Quiet>{told.said}</Quiet>}
      {told !== null && told.problems.length > 0 && <ul className={styles.problems} aria-label={words.inFile}>{told.problems.map((problem) => <li key={problem}>{problem}</li>)}</ul>}
    </Section>
  );
}
