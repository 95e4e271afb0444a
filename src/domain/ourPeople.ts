/** The rows of one partner with the names of our people replaced by what they do, each person still told from every other. */
import type { Role } from './people';
import type { Portfolio } from './portfolio';
import type { PortfolioRows } from './portfolioRows';
import { ourPeople } from './sentences';
import { personKey } from './sponsorship';

/** Of each role the names, in the order of the tables. */
type Names = Readonly<Record<Role, readonly (string | null)[]>>;

function namesIn({ partners, initiatives }: PortfolioRows): Names {
  const [ofPartners, ofInitiatives] = [partners?.rows ?? [], initiatives?.rows ?? []];
  return {
    'sales sponsor': ofInitiatives.map(({ salesSponsor }) => salesSponsor),
    owner: ofInitiatives.map(({ owner }) => owner),
    approver: ofInitiatives.map(({ approvedBy }) => approvedBy),
    'executive sponsor': ofPartners.map(({ executiveSponsor }) => executiveSponsor),
    'alliance manager': ofPartners.map(({ allianceManager }) => allianceManager),
  };
}

/** By person: whoever has a role alone has its plain word, several are numbered, so that what is judged by person stays as it is. */
function wordsOf(role: Role, names: readonly (string | null)[]): ReadonlyMap<string, string> {
  const keys = new Set(names.flatMap((name) => (name === null ? [] : personKey(name))));
  return new Map([...keys].map((key, index) => [key, ourPeople[role](keys.size === 1 ? null : index + 1)]));
}

/** Everybody of ours whom the whole workbook names: a text of this partner's may speak of any of them. */
function everybody({ rows }: Portfolio): readonly string[] {
  const others = [rows.corrections?.table.rows.map(({ owner }) => owner), rows.assessment.map(({ assessor }) => assessor)];
  return [...Object.values(namesIn(rows)), ...others].flatMap((names) => names ?? []).filter((name) => name !== null);
}

/** `rows` are what is shared of the portfolio. The partner's own sponsor and the partner's name stay. */
export function withoutOurNames(rows: PortfolioRows, portfolio: Portfolio): PortfolioRows {
  const named = namesIn(rows);
  const roles = Object.keys(named) as readonly Role[];
  const words = Object.fromEntries(roles.map((role) => [role, wordsOf(role, named[role])])) as Readonly<Record<Role, ReadonlyMap<string, string>>>;
  const called = (role: Role, name: string | null): string | null => (name === null ? null : (words[role].get(personKey(name)) ?? ourPeople.colleague));
  const anywhere = (key: string): string => roles.map((role) => words[role].get(key)).find((word) => word !== undefined) ?? ourPeople.colleague;
  const unnamed = replacing(everybody(portfolio), anywhere);
  const { partners, initiatives, corrections } = rows;
  return {
    ...rows,
    partners: partners && {
      ...partners,
      rows: partners.rows.map((partner) => ({
        ...partner, executiveSponsor: called('executive sponsor', partner.executiveSponsor), allianceManager: called('alliance manager', partner.allianceManager),
      })),
    },
    initiatives: initiatives && {
      ...initiatives,
      rows: initiatives.rows.map((initiative) => ({
        ...initiative, name: unnamed(initiative.name), owner: called('owner', initiative.owner), salesSponsor: called('sales sponsor', initiative.salesSponsor), approvedBy: called('approver', initiative.approvedBy),
      })),
    },
    corrections: corrections && {
      ...corrections,
      table: {
        ...corrections.table,
        rows: corrections.table.rows.map((row) => ({ ...row, correction: unnamed(row.correction), initiative: row.initiative === null ? null : unnamed(row.initiative) })),
      },
    },
  };
}

/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * A text without these names as whole words, however they are spaced and in whatever case; but where a name of one word is written small
 * in a text, it is a word of the language: "Will" is somebody, "will" is not.
 */
function replacing(names: readonly string[], wordOf: (key: string) => string): (text: string) => string {
  const asWritten = new Map(names.map((name) => [personKey(name), name.trim()]));
  const keys = [...asWritten.keys()].filter((key) => key !== '').sort((a, b) => b.length - a.length);
  if (keys.length === 0) return (text) => text;
  const edge = (character: string | undefined, look: string): string => (character !== undefined && !unspaced.test(character) ? look : '');
  const patterns = keys.map((key) => `${edge([...key][0], '(?<![\\p{L}\\p{M}\\p{N}])')}${escaped(key)}${edge([...key].at(-1), '(?![\\p{L}\\p{M}\\p{N}])')}`);
  const any = new RegExp(patterns.join('|'), 'giu');
  return (text) => text.replace(any, (found) => {
    const key = personKey(found);
    const isWord = !key.includes(' ') && found === found.toLowerCase() && found !== found.toUpperCase() && found !== asWritten.get(key);
    return isWord ? found : wordOf(key);
  });
}

function escaped(key: string): string {
  return key.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+');
}
