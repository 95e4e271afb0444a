/** One setting: its name, its field with the unit, what it means and may be, and the way back to its default. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { serialOf } from '../../domain/calendar';
import type { PolicySetting } from '../../domain/policySettings';
import { usePane } from '../frame/paneContext';
import { Field, useFieldStyles } from '../parts/fields';
import { Hidden } from '../parts/hidden';
import { settings as words } from '../sentences/settings';
import type { textOf } from './draft';
import { LinkButton } from '../parts/link';

const useStyles = makeStyles({
  setting: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  line: { display: 'flex', alignItems: 'center', columnGap: '8px' },
  figure: { width: '112px', flexShrink: 0 },
  unit: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  changed: { display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: '12px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold },
  reset: { minHeight: '24px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, '@media (forced-colors: active)': { color: 'LinkText' } },
});

interface SettingFieldProps {
  readonly setting: PolicySetting;
  readonly text: string;
  readonly initial: string;
  /** In words, for the culture; `null` where it is the default. */
  readonly initialWord: string;
  readonly hint: string;
  readonly fault: string | null;
  readonly isDefault: boolean;
  readonly onChange: (text: string) => void;
}

function monthNames(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const epoch = serialOf(1970, 1, 1);
  return Array.from({ length: 12 }, (_, month) => format.format((serialOf(2026, month + 1, 1) - epoch) * 86_400_000));
}

/** What a choice is called; a number of a month becomes its name. */
export function wordOf(setting: PolicySetting, value: Parameters<typeof textOf>[0], shown: string, locale: string): string {
  if (value === null) return words.none;
  if (setting.kind === 'month') return monthNames(locale)[Number(value) - 1] ?? shown;
  return setting.kind === 'choice' ? (setting.choices[String(value)] ?? shown) : shown;
}

function choicesOf(setting: PolicySetting, locale: string): readonly (readonly [value: string, name: string])[] {
  if (setting.kind === 'month') return monthNames(locale).map((name, month) => [String(month + 1), name]);
  return setting.kind === 'choice' ? Object.entries(setting.choices) : [];
}

export function SettingField({ setting, text, initial, initialWord, hint, fault, isDefault, onChange }: SettingFieldProps): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const { services: { locale } } = usePane();
  const unit = setting.kind === 'number' && setting.unit !== null ? words.units[setting.unit] : null;
  return (
    <div className={styles.setting}>
      <Field label={setting.name} hint={hint} fault={fault}>
        {(ids) => (setting.kind === 'number' || setting.kind === 'currency' ? (
          <span className={styles.line}>
            <input
              {...ids} className={mergeClasses(fields.input, setting.kind === 'number' && fields.number, styles.figure, fault === null ? undefined : fields.faulty)}
              type="text" inputMode={setting.kind === 'number' ? 'decimal' : undefined} autoComplete="off" spellCheck={false} placeholder={setting.kind === 'currency' ? words.none : undefined}
              value={text} onChange={({ target }) => onChange(target.value)}
            />
            {unit !== null && <span className={styles.unit}>{unit}</span>}
          </span>
        ) : (
          <select {...ids} className={fields.input} value={text} onChange={({ target }) => onChange(target.value)}>
            {choicesOf(setting, locale).map(([value, name]) => <option key={value} value={value}>{name}</option>)}
          </select>
        ))}
      </Field>
      {!isDefault && (
        <span className={styles.changed}>
          <span>{words.changed(initialWord)}</span>
          <LinkButton className={styles.reset} onClick={() => onChange(initial)}><span aria-hidden>{words.reset}</span><Hidden>{words.resetOne(setting.name)}</Hidden></LinkButton>
        </span>
      )}
    </div>
  );
}
