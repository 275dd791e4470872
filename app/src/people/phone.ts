/** A Chinese mobile or landline number without blanks, or null when it is none. */
export function readPhone(text: string): string | null {
  const value = text.replaceAll(/[\s\u00A0]/g, '').replace(/^\+?86-?(?=1\d{10}$)/, '');
  return /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(value) ? value : null;
}
