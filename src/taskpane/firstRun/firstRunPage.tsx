/** The first page in a workbook without a Partners table: what the product does, what it looks for, and two ways to begin. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { PortfolioRows } from '../../domain/portfolioRows';
import type { ActionResult } from '../../excel/actionResult';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { PageContent, Quiet, Section } from '../parts/page';
import { firstRun as words } from '../sentences/firstRun';
import { Button } from '../parts/button';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  lines: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  top: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  table: { display: 'flex', flexDirection: 'column', rowGap: '4px', paddingBlock: '4px' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  headers: { display: 'flex', flexWrap: 'wrap', gap: '4px', margin: 0, padding: 0, listStyleType: 'none' },
  header: { paddingInline: '8px', border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, fontSize: tokens.fontSizeBase200, lineHeight: '22px' },
  found: { display: 'flex', flexDirection: 'column', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
});

function LooksFor(): ReactNode {
  const styles = useStyles();
  return (
    <Section title={words.looksFor}>
      {words.tables.map(({ name, needed, also }) => (
        <div key={name} className={styles.table}>
          <h3 className={styles.name}>{name}</h3>
          <ul className={styles.headers}>{needed.map((header) => <li key={header} className={styles.header}>{header}</li>)}</ul>
          <Quiet>{also}</Quiet>
        </div>
      ))}
    </Section>
  );
}

/** The other table, or one that was nearly accepted: what it lacks, and where. */
function WhatWasFound({ rows }: { readonly rows: PortfolioRows }): ReactNode {
  const styles = useStyles();
  const near = rows.issues.filter(({ code, cell }) => code === 'missing-column' && cell !== null);
  const { initiatives } = rows;
  if (near.length === 0 && initiatives === null) return null;
  return (
    <Section title={words.found}>
      {initiatives !== null && (
        <div className={styles.found}>
          <span>{words.onlyInitiatives}</span>
          <CellLink cell={{ sheet: initiatives.sheet, row: initiatives.headerRow, column: initiatives.columns.initiative ?? 0 }} />
        </div>
      )}
      {near.map(({ message, cell }) => (
        <div key={message} className={styles.found}>
          <span>{message}</span>
          {cell !== null && <CellLink cell={cell} />}
        </div>
      ))}
    </Section>
  );
}

export function FirstRunPage({ rows }: { readonly rows: PortfolioRows }): ReactNode {
  const styles = useStyles();
  const { services, perform } = usePane();
  const [inserting, setInserting] = useState(false);
  const insert = async (action: () => Promise<ActionResult>, said: string): Promise<void> => {
    if (inserting) return;
    setInserting(true);
    await perform(action, said);
    setInserting(false);
  };
  const footer = (
    <>
      <Button
        appearance="primary" size="large" disabledFocusable={inserting}
        onClick={() => insert(() => services.insertTemplate(), words.insertedTemplate)}
      >
        {inserting ? words.inserting : words.insertTemplate}
      </Button>
      <Button disabledFocusable={inserting} onClick={() => insert(() => services.insertSampleData(), words.insertedSampleData)}>{words.insertSampleData}</Button>
      <Quiet>{words.newSheets}</Quiet>
    </>
  );
  return (
    <PageContent title={words.title} visible={<div className={styles.top}><h1 className={styles.title}>{words.title}</h1>{words.lines.map((line) => <p key={line} className={styles.lines}>{line}</p>)}</div>} footer={footer}>
      <WhatWasFound rows={rows} />
      <LooksFor />
    </PageContent>
  );
}
