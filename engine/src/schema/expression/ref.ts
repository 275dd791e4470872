import { Type } from '../common.ts';

/** An expression inside an expression. */
export const expr = () => Type.Ref('Expression');
