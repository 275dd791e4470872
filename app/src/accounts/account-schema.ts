import { ROLES } from '../platform/access/scope.ts';
import { Type } from '../platform/actions/schema.ts';

/** Shapes that several actions on accounts share. */
export const MANAGING = ['administrator'] as const;

export const Username = () =>
  Type.String({
    minLength: 2,
    maxLength: 40,
    pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*$',
    description: 'Letters, digits and . _ -; upper and lower case are one.',
  });

export const isUsername = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u.test(text);

export const Password = (description: string) => Type.String({ minLength: 1, maxLength: 128, description });

export const DisplayName = () =>
  Type.String({ minLength: 1, maxLength: 100, pattern: '\\S', description: 'As others see it.' });

export const RoleSchema = Type.Enum([...ROLES], { description: 'What the account may do.' });
