/** Steps that every journey through the pane begins with. */
import { type Workbench, expect } from './workbench';

/** The sample is open and judged. */
export async function openSample(workbench: Workbench): Promise<void> {
  await workbench.open();
  await expect(workbench.pane.getByText('Portfolio health, of 100')).toBeVisible();
}

/** To a page by the menu, as its link begins. */
export async function toPage({ pane }: Workbench, name: string): Promise<void> {
  await pane.getByRole('button', { name: /other pages/ }).click();
  await pane.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: new RegExp(`^${name}`) }).click();
}
