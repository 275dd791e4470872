import { Type } from 'typebox';
import { validate } from '../src/pack/validate.ts';
import { closed } from '../src/schema/common.ts';

export type Schema = Parameters<typeof validate>[0];

/** `<pointer> <code>`, what is wrong, and the way out, first in Chinese, then in English. */
export const found = (schema: Schema, value: unknown): string[] =>
  validate(schema, value).flatMap(({ at, code, words, wayOut }) => [
    `${at} ${code}`,
    `${words['zh-CN']} → ${wayOut['zh-CN']}`,
    `${words.en} → ${wayOut.en}`,
  ]);

/** A group that takes no other keys. */
export const group = (properties: Parameters<typeof Type.Object>[0], more: object = {}) =>
  Type.Object(properties, { ...closed, ...more });
