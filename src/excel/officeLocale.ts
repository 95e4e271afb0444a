/** The language that numbers and dates follow, and the direction in which the person reads. */

const rightToLeft = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/;

export interface OfficeLocale {
  /** BCP 47. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

export async function officeLocale(): Promise<OfficeLocale> {
  await Office.onReady();
  const { contentLanguage, displayLanguage } = Office.context;
  return { locale: contentLanguage || displayLanguage || 'en-US', direction: rightToLeft.test((displayLanguage ?? '').toLowerCase()) ? 'rtl' : 'ltr' };
}
