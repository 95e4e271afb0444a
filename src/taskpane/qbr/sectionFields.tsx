/** Which sections a review has: all of its edition, unless somebody leaves some out. */
import type { ReactNode } from 'react';
import { sectionsOf } from '../../report/qbr';
import type { Edition, SectionId } from '../../report/qbrOptions';
import { CheckField } from '../parts/fields';
import { Quiet, Section } from '../parts/page';
import { qbr as words } from '../sentences/qbr';

interface SectionFieldsProps {
  readonly edition: Edition;
  readonly leftOut: ReadonlySet<SectionId>;
  readonly onChange: (leftOut: ReadonlySet<SectionId>) => void;
}

export function SectionFields({ edition, leftOut, onChange }: SectionFieldsProps): ReactNode {
  const choose = (id: SectionId, chosen: boolean): void => {
    const next = new Set(leftOut);
    if (chosen) next.delete(id);
    else next.add(id);
    onChange(next);
  };
  return (
    <Section title={words.sections}>
      <div>
        {sectionsOf(edition).map((id) => <CheckField key={id} label={words.sectionNames[id]} checked={!leftOut.has(id)} onChange={(chosen) => choose(id, chosen)} />)}
      </div>
      <Quiet>{words.sectionsHint}</Quiet>
    </Section>
  );
}
