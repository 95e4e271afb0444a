/** The pages that are not needed for the first look: each comes in a file of its own. */
import { lazyPage } from './frame/lazyPage';
import { pageNames, partnerPage } from './sentences/frame';

export const PartnerPage = lazyPage(partnerPage, async () => (await import('./partner/partnerPage')).PartnerPage);
export const FirstRunPage = lazyPage(pageNames.portfolio, async () => (await import('./firstRun/firstRunPage')).FirstRunPage);
export const InitiativesPage = lazyPage(pageNames.initiatives, async () => (await import('./initiatives/initiativesPage')).InitiativesPage);
export const SponsorsPage = lazyPage(pageNames.sponsors, async () => (await import('./sponsors/sponsorsPage')).SponsorsPage);
export const CorrectionsPage = lazyPage(pageNames.corrections, async () => (await import('./corrections/correctionsPage')).CorrectionsPage);
export const AssessmentPage = lazyPage(pageNames.assessment, async () => (await import('./assessment/assessmentPage')).AssessmentPage);
export const QbrPage = lazyPage(pageNames.qbr, async () => (await import('./qbr/qbrPage')).QbrPage);
export const DataPage = lazyPage(pageNames.data, async () => (await import('./data/dataPage')).DataPage);
export const SettingsPage = lazyPage(pageNames.settings, async () => (await import('./settings/settingsPage')).SettingsPage);

/** All of them, for when the pane has nothing better to do; one that fails is asked for again when it is wanted. */
export async function loadPages(): Promise<void> {
  const all = [PartnerPage, FirstRunPage, InitiativesPage, SponsorsPage, CorrectionsPage, AssessmentPage, QbrPage, DataPage, SettingsPage];
  for (const page of all) await page.load().catch(() => undefined);
}
