/** Fields to type and to choose in: the browser's own, in Fluent's looks, each with its label. Fluent's cost as much to load as a page of the pane. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

/** On all four sides: what Fluent has for this is another file to load. */
const edges = (color: string) => ({ borderTopColor: color, borderRightColor: color, borderBottomColor: color, borderLeftColor: color });

export const useFieldStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0 },
  label: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground1 },
  hint: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  fault: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorStatusDangerForeground1 },
  input: {
    boxSizing: 'border-box', width: '100%', minWidth: 0, minHeight: '32px', paddingInline: '10px', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`, borderBottomColor: tokens.colorNeutralStrokeAccessible, borderRadius: tokens.borderRadiusMedium,
    fontFamily: 'inherit', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, colorScheme: 'inherit',
    '::placeholder': { color: tokens.colorNeutralForeground4, opacity: 1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-1px' },
    ':disabled': { color: tokens.colorNeutralForegroundDisabled, ...edges(tokens.colorNeutralStrokeDisabled) },
  },
  area: { minHeight: '72px', paddingBlock: '6px', resize: 'vertical' },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  faulty: edges(tokens.colorStatusDangerBorder2),
  check: {
    display: 'flex', alignItems: 'flex-start', columnGap: '8px', minHeight: '32px', paddingBlock: '6px', boxSizing: 'border-box', cursor: 'pointer',
    fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground1,
  },
  box: {
    flexShrink: 0, width: '16px', height: '16px', margin: '2px 0 0', accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

interface Described {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what stands in the field. */
  readonly fault?: string | null;
}

/** A label, what it labels, and a line below it. `children` gets the ids that tie them together. */
export function Field({ label, hint, fault, children }: Described & { readonly children: (ids: { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': true | undefined }) => ReactNode }): ReactNode {
  const styles = useFieldStyles();
  const id = useId();
  const told = fault ?? hint;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': told === undefined ? undefined : `${id}-told`, 'aria-invalid': fault ? true : undefined })}
      {told !== undefined && <span id={`${id}-told`} className={fault ? styles.fault : styles.hint}>{told}</span>}
    </div>
  );
}

type Typed = Described & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
  readonly placeholder?: string;
};

/** `kind` number: typed as text, aligned as a figure; the page reads it. A date is yyyy-mm-dd, '' where none is chosen. */
export function TextField({ label, hint, fault, value, onChange, kind = 'text', min, max, onBlur, ...rest }: Typed & {
  readonly kind?: 'text' | 'number' | 'date' | 'search';
  readonly min?: string;
  readonly max?: string;
  readonly onBlur?: () => void;
}): ReactNode {
  const styles = useFieldStyles();
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(ids) => (
        <input
          {...ids} {...rest} className={mergeClasses(styles.input, kind === 'number' && styles.number, fault ? styles.faulty : undefined)}
          type={kind === 'number' ? 'text' : kind} inputMode={kind === 'number' ? 'decimal' : undefined} min={min} max={max}
          autoComplete="off" spellCheck={false} value={value} onChange={({ target }) => onChange(target.value)} onBlur={onBlur}
        />
      )}
    </Field>
  );
}

export function TextArea({ label, hint, fault, value, onChange, ...rest }: Typed): ReactNode {
  const styles = useFieldStyles();
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(ids) => <textarea {...ids} {...rest} className={mergeClasses(styles.input, styles.area)} value={value} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}

export function SelectField({ label, hint, fault, value, onChange, choices, disabled }: Described & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly Choice[];
  readonly disabled?: boolean;
}): ReactNode {
  const styles = useFieldStyles();
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(ids) => (
        <select {...ids} className={styles.input} value={value} disabled={disabled} onChange={({ target }) => onChange(target.value)}>
          {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.name}</option>)}
        </select>
      )}
    </Field>
  );
}

export function CheckField({ label, checked, onChange, disabled }: { readonly label: ReactNode; readonly checked: boolean; readonly onChange: (checked: boolean) => void; readonly disabled?: boolean }): ReactNode {
  const styles = useFieldStyles();
  return (
    <label className={styles.check}>
      <input className={styles.box} type="checkbox" checked={checked} disabled={disabled} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** One of a few, each in sight. */
export function RadioGroup({ label, name, value, onChange, choices }: {
  readonly label: string;
  /** Unique on the page. */
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly Choice[];
}): ReactNode {
  const styles = useFieldStyles();
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <span id={id} className={styles.label}>{label}</span>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.check}>
          <input className={styles.box} type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>{choice.name}</span>
        </label>
      ))}
    </div>
  );
}
