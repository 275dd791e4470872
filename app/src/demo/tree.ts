import { readFileSync } from 'node:fs';

/** An organisation of the committed tree. */
export interface TreeNode {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
}

/** Lines `code,name,kind,parent_code`; names hold no commas. */
export function readTree(csv: string): TreeNode[] {
  const [, ...lines] = csv.trim().split('\n');
  return lines.map((line) => {
    const [code = '', name = '', kind = '', parent = ''] = line.split(',');
    return { code, name, kind, parent: parent === '' ? null : parent };
  });
}

/** The committed tree of a place, by its division code. */
export const treeOf = (code: string): TreeNode[] =>
  readTree(readFileSync(new URL(`../../demo-data/${code}.csv`, import.meta.url), 'utf8'));

export const isTownship = (node: TreeNode): boolean => node.kind === 'township' || node.kind === 'subdistrict';
export const isVillage = (node: TreeNode): boolean => node.kind === 'village' || node.kind === 'community';
