import type { Words } from '@luoshi/engine';
import { normaliseUsername } from './auth-library.ts';

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** What is wrong with a password, or null. At least 8 characters, three of four classes, without the user name. */
export function findPasswordProblem(password: string, username: string): Words | null {
  if ([...password].length < 8) return { 'zh-CN': '密码至少 8 个字符', en: 'the password needs at least 8 characters' };
  if (password.length > 128)
    return { 'zh-CN': '密码最多 128 个字符', en: 'the password may have at most 128 characters' };
  if (CLASSES.filter((one) => one.test(password)).length < 3) {
    return {
      'zh-CN': '密码须包含小写字母、大写字母、数字、符号中的三类',
      en: 'the password needs three of: lower case, upper case, digits, other characters',
    };
  }
  const name = normaliseUsername(username);
  if (name.length >= 3 && normaliseUsername(password).includes(name)) {
    return { 'zh-CN': '密码不能包含用户名', en: 'the password may not contain the user name' };
  }
  return null;
}
