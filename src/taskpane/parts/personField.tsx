/** A person of the workbook, or a new name: the browser's own list to choose from, which costs nothing to load and works with every aid. */
import { type ReactNode, type Ref, useId, useMemo } from 'react';
import { type Person, peopleIn } from '../../domain/people';
import type { Portfolio } from '../../domain/portfolio';
import { personKey } from '../../domain/sponsorship';
import { usePane } from '../frame/paneContext';
import { people as words } from '../sentences/people';
import { Field, useFieldStyles } from './fields';

/** What assigning one more initiative would do to a sponsor; undefined where there is nothing to say. */
function loadHint(person: Person | undefined, { policy: { sponsorLoad } }: Portfolio, count: (value: number) => string): string | undefined {
  if (person === undefined || person.sponsors === 0) return undefined;
  const next = person.sponsors + 1;
  const load = next > sponsorLoad.overloaded ? 'overloaded' : next > sponsorLoad.stretched ? 'stretched' : null;
  return words.sponsors(person.sponsors, count(person.sponsors), load);
}

export function PersonField({ label, portfolio, value, onChange, sponsoring = false, inputRef }: {
  readonly label: string;
  readonly portfolio: Portfolio;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The person is to sponsor one more initiative in sales: what that makes of their load is said. */
  readonly sponsoring?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}): ReactNode {
  const styles = useFieldStyles();
  const { figures } = usePane();
  const listId = useId();
  const people = useMemo(() => peopleIn(portfolio), [portfolio]);
  const known = useMemo(() => new Map(people.map((person) => [personKey(person.name), person])), [people]);
  const hint = sponsoring ? loadHint(known.get(personKey(value)), portfolio, figures.count) : undefined;
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <>
          <input
            {...ids} ref={inputRef} className={styles.input} list={listId} autoComplete="off" spellCheck={false}
            value={value} onChange={({ target }) => onChange(target.value)}
          />
          <datalist id={listId}>
            {people.map(({ name, sponsors }) => <option key={name} value={name}>{sponsors === 0 ? undefined : words.open(sponsors, figures.count(sponsors))}</option>)}
          </datalist>
        </>
      )}
    </Field>
  );
}
