import { expect, it } from 'vitest';
import { hashOfFiles, hashOfText } from './hash.ts';

const A = { path: 'a.yaml', text: '一' };
const B = { path: 'b.yaml', text: '二' };

it('the hash of files depends on every path and text, and not on their order', () => {
  const hash = hashOfFiles([A, B]);
  expect(hashOfFiles([B, A])).toBe(hash);
  const others = [
    [A],
    [A, { ...B, text: '三' }],
    [A, { ...B, path: 'c.yaml' }],
    [
      { ...A, path: 'b.yaml' },
      { ...B, path: 'a.yaml' },
    ],
  ];
  expect(new Set([hash, ...others.map(hashOfFiles)]).size).toBe(5);
});

it('the hash of a text is SHA-256 in lower-case hex', () => {
  expect(hashOfText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
