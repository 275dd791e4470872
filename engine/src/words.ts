import type { Words } from './value.ts';

/** A sentence in both languages. */
export const say = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });
