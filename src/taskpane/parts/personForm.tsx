/** Names a person in one cell: one field, one press. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { CellRef } from '../../domain/cell';
import type { Portfolio } from '../../domain/portfolio';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { sponsorGaps as words } from '../sentences/sponsors';
import { PersonField } from './personField';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '12px', marginInline: '-4px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke2}` },
  presses: { display: 'flex', columnGap: '8px' },
});

/** What is half typed is kept under `name`. `sponsoring`: one more initiative in sales. */
export function PersonForm({ name, label, what, cell, portfolio, sponsoring, onDone, onClose, children }: {
  readonly name: string;
  readonly label: string;
  readonly what: string;
  readonly cell: CellRef;
  readonly portfolio: Portfolio;
  readonly sponsoring: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const { edit } = usePane();
  const field = useRef<HTMLInputElement>(null);
  const [person, setPerson] = useKept(name, '');

  // The browser brings what has the focus into sight.
  useEffect(() => field.current?.focus(), []);

  const assign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = person.trim();
    if (wanted === '') return field.current?.focus();
    if (!await edit({ cell, value: wanted, what })) return;
    setPerson('');
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void assign(event)} onKeyDown={onKeyDown}>
      {children}
      <PersonField label={label} portfolio={portfolio} value={person} onChange={setPerson} sponsoring={sponsoring} inputRef={field} />
      <div className={styles.presses}>
        <Button appearance="primary" type="submit">{words.assign}</Button>
        <Button onClick={onClose}>{words.notNow}</Button>
      </div>
    </form>
  );
}
