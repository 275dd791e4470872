import { outsideTheSystem, type Problem, secretInAttribute } from './problems.ts';

export type PersonAttributes = Readonly<Record<string, string | number | boolean>>;

/** Attribute names are those a pack's conditions can say: `work_unit`, `rank`. */
export const ATTRIBUTE_NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

const OUTSIDE =
  /(^|_)(gps|latitude|longitude|location|whereabouts|face|fingerprint|opinion|belief|religion|thought|sentiment|speech|online|wechat|password)(_|$)/;
const ID_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** What may not stand among a person's attributes: secrets, and what the system keeps out altogether. */
export function findAttributeProblems(attributes: PersonAttributes, fieldOf: (name: string) => string): Problem[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (OUTSIDE.test(name)) return [outsideTheSystem(fieldOf(name))];
    const text = String(value);
    return ID_NUMBER.test(text) || MOBILE.test(text) ? [secretInAttribute(fieldOf(name))] : [];
  });
}

/** Text of a file as a value: 是/否 and true/false, plain decimals, else text; blanks are no attribute. */
export function attributesFromText(cells: Readonly<Record<string, string>>): PersonAttributes {
  const filled = Object.entries(cells).filter(([, text]) => text !== '');
  return Object.fromEntries(filled.map(([name, text]) => [name, valueFromText(text)]));
}

function valueFromText(text: string): string | number | boolean {
  if (text === 'true' || text === '是') return true;
  if (text === 'false' || text === '否') return false;
  return /^-?(0|[1-9]\d{0,13})(\.\d{1,6})?$/.test(text) ? Number(text) : text;
}
