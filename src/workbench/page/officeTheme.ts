/** The page's colours as Office tells them to an add-in. */
import type { OfficeTheme } from '../../host/officeHost';

const LIGHT: OfficeTheme = { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#1F2328', controlBackgroundColor: '#F5F6F7', controlForegroundColor: '#1F2328' };
const DARK: OfficeTheme = { bodyBackgroundColor: '#1B1D20', bodyForegroundColor: '#E8EAED', controlBackgroundColor: '#25282C', controlForegroundColor: '#E8EAED' };

export const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');

export function officeTheme(): OfficeTheme {
  return darkScheme.matches ? DARK : LIGHT;
}
